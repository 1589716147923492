import { useEffect, useState } from 'preact/hooks';
import { Text } from '../../components/words.tsx';
import { askToNotify, notifications, stopNotifying } from '../../utils/adapters/browser/notifications.ts';
import type { Message } from '../../utils/model/words.ts';
import { told } from '../shared/acts.ts';

/** The switch for notifications: the browser's own permission, asked for on a click and given back on another. */
export function NotifyCard({ forbidden }: { readonly forbidden: boolean }) {
  const [on, setOn] = useState<boolean | null>(null);
  const [notice, setNotice] = useState<Message | null>(null);
  useEffect(() => {
    void notifications.allowed().then(setOn);
  }, []);
  const turn = async () => {
    setNotice(
      await told(async () => {
        if (on) {
          await stopNotifying();
          setOn(false);
          return null;
        }
        const given = await askToNotify();
        setOn(given);
        return given ? null : { key: 'notify_refused' };
      }),
    );
  };
  const state: Message = forbidden ? { key: 'notify_policy' } : { key: on ? 'notify_on' : 'notify_off' };
  return (
    <div class="card">
      <div class="in">
        <div class="row">
          <p role="status">
            <Text of={notice ?? state} />
          </p>
          {!forbidden && on !== null && (
            <button type="button" class="btn" onClick={turn}>
              <Text of={{ key: on ? 'notify_turn_off' : 'notify_turn_on' }} />
            </button>
          )}
        </div>
      </div>
    </div>
  );
}
