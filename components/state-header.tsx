import { useLayoutEffect, useRef } from 'preact/hooks';
import type { HealthAction, HealthActionId, HealthView } from '../utils/model/health.ts';
import { CertaintyMark } from './certainty.tsx';
import { Dotted } from './dotted.tsx';
import { Icon, type IconName } from './icon.tsx';
import { Text } from './words.tsx';

/** Signs on buttons that lead out of the popup, or copy. */
const BEFORE: Partial<Record<HealthActionId, IconName>> = { 'copy-admin-message': 'copy' };
const AFTER: Partial<Record<HealthActionId, IconName>> = { 'open-profile': 'out' };

interface StateHeaderProps {
  readonly view: HealthView;
  readonly onAct: (id: HealthActionId) => void;
  /** Level of the title: the popup has no other, a page has its own. */
  readonly heading?: 'h1' | 'h2';
  /** The act under way: its button waits. */
  readonly busy: HealthActionId | null;
}

function ActButton({
  action,
  main,
  busy,
  onAct,
}: { action: HealthAction; main: boolean } & Omit<StateHeaderProps, 'view' | 'heading'>) {
  const before = BEFORE[action.id];
  const after = AFTER[action.id];
  const waits = busy === action.id;
  return (
    <button
      type="button"
      class={main ? 'btn main small' : 'btn plain small'}
      aria-disabled={waits ? 'true' : undefined}
      onClick={() => !waits && onAct(action.id)}
    >
      {before && <Icon name={before} />}
      <Text of={action.label} />
      {after && <Icon name={after} />}
    </button>
  );
}

/** State, age, next step, in that order. Its title takes the focus when the popup opens, so that Enter starts nothing. */
export function StateHeader({ view, heading: Title = 'h1', onAct, busy }: StateHeaderProps) {
  const { tone, shape, title, text, action, second, certainty, meta, code } = view;
  const band = useRef<HTMLElement>(null);
  const height = useRef(0);
  const working = view.state === 'working';
  useLayoutEffect(() => {
    // A run of a second must not move what is below: working keeps the height of what was known.
    if (!working) height.current = band.current?.offsetHeight ?? 0;
  });
  const line = [
    ...(certainty ? [<CertaintyMark of={certainty} />] : []),
    ...meta.map((piece) => <Text of={piece} />),
    ...(code ? [<code>{code}</code>] : []),
  ];
  return (
    <section
      ref={band}
      class={`state ${tone}`}
      style={working && height.current > 0 ? { minHeight: `${height.current}px` } : undefined}
    >
      <Icon name={shape} class={shape === 'work' ? 'big turning' : 'big'} />
      <div>
        <div role="status">
          <Title tabIndex={-1}>
            <Text of={title} />
          </Title>
          {text.map((sentence) => (
            <p key={sentence.key}>
              <Text of={sentence} />
            </p>
          ))}
        </div>
        {(action ?? second) && (
          <div class="acts">
            {action && <ActButton action={action} main busy={busy} onAct={onAct} />}
            {second && <ActButton action={second} main={false} busy={busy} onAct={onAct} />}
          </div>
        )}
        {line.length > 0 && (
          <p class="meta">
            <Dotted pieces={line} />
          </p>
        )}
      </div>
      {working && <span class="run" aria-hidden="true" />}
    </section>
  );
}
