import { useState } from 'preact/hooks';
import type { LookAlike } from '../utils/model/entra.ts';
import type { Message } from '../utils/model/words.ts';
import { Text } from './words.tsx';

interface LeftOutProps {
  readonly apps: readonly LookAlike[];
  readonly onChoose: (appId: string) => Promise<Message | null>;
}

/** Apps that only bear Zoom's name: named with their publisher; an admin may say that one is Zoom's all the same. */
export function EntraLeftOut({ apps, onChoose }: LeftOutProps) {
  const [told, setTold] = useState<Message | null>(null);
  return (
    <div class="leftout">
      <p class="meta">
        <Text of={{ key: 'audit_left_out' }} />
      </p>
      <ul>
        {apps.map(({ appId, name, publisher }) => (
          <li key={appId}>
            <b>{name}</b>
            <span class="meta">
              <code>{appId}</code>
              {publisher ?? <Text of={{ key: 'audit_not_verified' }} />}
            </span>
            <button
              type="button"
              class="btn small plain"
              onClick={async () => setTold(await onChoose(appId))}
            >
              <Text of={{ key: 'audit_choose', params: { app: name } }} />
            </button>
          </li>
        ))}
      </ul>
      <p class="meta" role="status">
        {told && <Text of={told} />}
      </p>
    </div>
  );
}

interface AddAppProps {
  /** Whether the text is an application id. */
  readonly fits: (text: string) => boolean;
  readonly onAdd: (appId: string) => Promise<Message | null>;
}

/** An app of Zoom's that no name and no publisher finds, by its id. */
export function EntraAddApp({ fits, onAdd }: AddAppProps) {
  const [text, setText] = useState('');
  const [told, setTold] = useState<Message | null>(null);
  const [wrong, setWrong] = useState(false);
  const add = async (event: Event) => {
    event.preventDefault();
    const appId = text.trim();
    const bad = !fits(appId);
    setWrong(bad);
    setTold(bad ? { key: 'audit_no_ids' } : await onAdd(appId));
    if (!bad) setText('');
  };
  return (
    <form class="addapp" onSubmit={add}>
      <label for="add-app">
        <Text of={{ key: 'audit_add' }} />
      </label>
      <div>
        <input
          id="add-app"
          value={text}
          aria-invalid={wrong ? 'true' : undefined}
          aria-describedby="add-app-told"
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="btn small">
          <Text of={{ key: 'audit_add_do' }} />
        </button>
      </div>
      <p class="meta" id="add-app-told" role="status">
        {told && <Text of={told} />}
      </p>
    </form>
  );
}
