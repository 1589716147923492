import type { HealthActionId, HealthView } from '../utils/model/health.ts';
import { Icon, Mark } from './icon.tsx';
import { Text } from './words.tsx';

interface HelloProps {
  readonly view: HealthView;
  readonly busy: HealthActionId | null;
  readonly onAct: (id: HealthActionId) => void;
}

const PROMISES = [
  ['eye', 'popup_hello_never_acts'],
  ['here', 'popup_hello_stays'],
  ['stale', 'popup_hello_age'],
] as const;

/** The first run: what it is, three promises, two ways to begin, neither needing the other. */
export function Hello({ view, busy, onAct }: HelloProps) {
  const { action, second } = view;
  return (
    <section class="hello">
      <Mark />
      <div role="status">
        <h1 tabIndex={-1}>
          <Text of={view.title} />
        </h1>
      </div>
      {view.text.map((sentence) => (
        <p key={sentence.key}>
          <Text of={sentence} />
        </p>
      ))}
      <ul>
        {PROMISES.map(([icon, key]) => (
          <li key={key}>
            <Icon name={icon} />
            <span>
              <Text of={{ key }} />
            </span>
          </li>
        ))}
      </ul>
      {action && (
        <>
          <button
            type="button"
            class="btn main"
            aria-disabled={busy === action.id ? 'true' : undefined}
            onClick={() => busy !== action.id && onAct(action.id)}
          >
            <Text of={action.label} />
          </button>
          <p class="meta">
            <Text of={{ key: action.id === 'sign-in' ? 'popup_hello_sign_in' : 'popup_hello_set_up' }} />
          </p>
        </>
      )}
      {second && (
        <>
          <button type="button" class="btn" onClick={() => onAct(second.id)}>
            <Text of={second.label} />
            <Icon name="out" />
          </button>
          <p class="meta">
            <Text of={{ key: 'popup_hello_profile' }} />
          </p>
        </>
      )}
    </section>
  );
}
