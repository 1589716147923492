import type { EntraRunFact } from '../utils/model/entra.ts';
import { errorWords } from '../utils/model/error-words.ts';
import type { Message } from '../utils/model/words.ts';
import { Icon } from './icon.tsx';
import { Text } from './words.tsx';

function stepWords(run: Extract<EntraRunFact, { state: 'running' }>): Message {
  const params = { n: (run.done ?? 0) + 1, of: run.of ?? 1 };
  switch (run.step) {
    case 'approval':
      return { key: 'audit_step_approval' };
    case 'grants':
      return { key: 'audit_step_grants', params };
    case 'consent':
      return { key: 'audit_step_consent' };
    case 'sign-ins':
      return { key: 'audit_step_sign_ins', params };
    default:
      return { key: 'audit_step_apps' };
  }
}

interface AuditStatusProps {
  readonly run: EntraRunFact | null;
  /** It has been silent for too long: the worker was stopped in the middle. */
  readonly cutOff: boolean;
  /** The ready-made message for an admin. */
  readonly onCopyAdmin: () => void;
  /** Entra's page where an admin approves; `null` without a client id. */
  readonly approval: string | null;
}

/** Where a reading of Entra stands, or why the last one ended; nothing to say when it went well. */
export function AuditStatus({ run, cutOff, onCopyAdmin, approval }: AuditStatusProps) {
  if (run?.state === 'running' && !cutOff)
    return (
      <p class="auditrun busy" role="status">
        <span class="word">
          <Icon name="work" class="turning" />
          <Text of={stepWords(run)} />
        </span>
      </p>
    );
  if (run?.state === 'running')
    return (
      <p class="auditrun none" role="status">
        <span class="word">
          <Icon name="stale" />
          <Text of={{ key: 'audit_cut_off' }} />
        </span>{' '}
        <Text of={{ key: 'audit_cut_off_why' }} />
      </p>
    );
  if (run?.state !== 'refused') return <p class="auditrun" role="status" />;
  const { sentence, action } = errorWords(run.error);
  return (
    <div class="auditrun ask" role="status">
      <p>
        <span class="word">
          <Icon name="warn" />
          <Text of={{ key: 'audit_refused' }} />
        </span>{' '}
        <Text of={sentence} /> <code>{run.error.raw ?? run.error.code}</code>
      </p>
      {(action === 'ask-admin' || action === 'grant') && (
        <p class="acts">
          <button type="button" class="btn small" onClick={onCopyAdmin}>
            <Icon name="copy" />
            <Text of={{ key: 'audit_copy_admin' }} />
          </button>
          {approval !== null && (
            <a class="btn small" href={approval} target="_blank" rel="noreferrer">
              <Text of={{ key: 'options_consent_open' }} />
              <Icon name="out" />
            </a>
          )}
        </p>
      )}
    </div>
  );
}
