import { useState } from 'preact/hooks';
import { Text } from '../../components/words.tsx';
import type { Message } from '../../utils/model/words.ts';
import { send, told } from '../shared/acts.ts';
import type { HiddenNote } from './note-titles.ts';

const LEVELS: Readonly<Record<string, Message>> = {
  account: { key: 'workbench_level_account' },
  group: { key: 'workbench_level_group' },
  user: { key: 'workbench_level_user' },
  profile: { key: 'workbench_level_profile' },
};

interface NotesCardProps {
  readonly hidden: readonly HiddenNote[];
  readonly onShown: () => Promise<void>;
}

/** Notes the person has hidden on the portal, and the way to have them back. */
export function NotesCard({ hidden, onShown }: NotesCardProps) {
  const [notice, setNotice] = useState<Message | null>(null);
  const show = async () =>
    setNotice(
      await told(async () => {
        await send('notes/show-all');
        await onShown();
        return { key: 'popup_notes_back' };
      }),
    );
  const showOne = async (key: string) =>
    setNotice(
      await told(async () => {
        await send('notes/show', { key });
        await onShown();
        return null;
      }),
    );
  return (
    <div class="card">
      <div class="in">
        <div class="row">
          <p>
            <Text
              of={
                hidden.length === 0
                  ? { key: 'options_notes_none' }
                  : { key: 'options_notes_count', params: { count: hidden.length } }
              }
            />
          </p>
          <span class="meta" role="status">
            {notice && <Text of={notice} />}
          </span>
          {hidden.length > 0 && (
            <button type="button" class="btn" onClick={show}>
              <Text of={{ key: 'options_notes_show' }} />
            </button>
          )}
        </div>
      </div>
      {hidden.map(({ key, title, level }) => {
        const where = LEVELS[level];
        const name = title ? <Text of={title} /> : <code>{key}</code>;
        return (
          <div class="in" key={key}>
            <div class="row">
              <div>
                <p class="title">{name}</p>
                {where && (
                  <p class="meta">
                    <Text of={where} />
                  </p>
                )}
              </div>
              <button type="button" class="btn small" onClick={() => showOne(key)}>
                <Text of={{ key: 'policy_note_show' }} />
                <span class="sr"> {name}</span>
              </button>
            </div>
          </div>
        );
      })}
    </div>
  );
}
