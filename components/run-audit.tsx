import { useState } from 'preact/hooks';
import type { Message } from '../utils/model/words.ts';
import { Icon } from './icon.tsx';
import { Text } from './words.tsx';

interface RunAuditProps {
  /** Nothing was read before: the button is the view's one filled one. */
  readonly first: boolean;
  readonly running: boolean;
  /** Whether last sign-ins are being read, or were the last time. */
  readonly signIns: boolean;
  /** Gives what to say when it could not even begin. */
  readonly onRun: (signIns: boolean) => Promise<Message | null>;
}

/** The button that reads Entra, with its one choice. */
export function RunAudit({ first, running, signIns, onRun }: RunAuditProps) {
  // Until the person says otherwise: as the last time.
  const [said, setSaid] = useState<boolean | null>(null);
  // A reading under way has its question, and shows it.
  const withSignIns = running ? signIns : (said ?? signIns);
  const [told, setTold] = useState<Message | null>(null);
  const run = async () => {
    if (running) return;
    setTold(null);
    setTold(await onRun(withSignIns));
  };
  return (
    <div class="runaudit">
      <label>
        <input
          type="checkbox"
          checked={withSignIns}
          disabled={running}
          onChange={(event) => setSaid(event.currentTarget.checked)}
        />
        <Text of={{ key: 'audit_with_sign_ins' }} />
      </label>
      <button
        type="button"
        class={first ? 'btn main' : 'btn'}
        aria-disabled={running ? 'true' : undefined}
        onClick={run}
      >
        <Icon name="sync" {...(running ? { class: 'turning' } : {})} />
        <Text of={{ key: first ? 'audit_run' : 'audit_again' }} />
      </button>
      <span class="meta" role="status">
        {told && <Text of={told} />}
      </span>
    </div>
  );
}
