import { Text, useReading } from './words.tsx';

export interface LaterMeeting {
  readonly key: string;
  /** ms since the epoch */
  readonly start: number;
  readonly subject?: string;
  readonly private?: true;
  readonly join?: string;
}

interface LaterTodayProps {
  /** What follows the next meeting, soonest first. */
  readonly meetings: readonly LaterMeeting[];
  readonly most: number;
  readonly onJoin: (address: string) => void;
}

/** The rest of the day under the next meeting, a line each. */
export function LaterToday({ meetings, most, onJoin }: LaterTodayProps) {
  const { now, say } = useReading();
  const day = new Date(now).toDateString();
  const today = meetings.filter(({ start }) => new Date(start).toDateString() === day);
  if (today.length === 0) return null;
  return (
    <section class="later">
      <h2>
        <Text of={{ key: 'popup_later' }} />
      </h2>
      <ul>
        {today.slice(0, most).map(({ key, start, subject, private: hidden, join }) => {
          const title = subject ?? say({ key: hidden ? 'popup_private' : 'popup_no_subject' });
          return (
            <li key={key}>
              <span class="num">
                <Text of={{ key: 'popup_clock', params: { time: { at: start, style: 'time' } } }} />
              </span>
              <span class="title" title={title}>
                {title}
              </span>
              {join !== undefined && (
                <button type="button" class="btn plain small" onClick={() => onJoin(join)}>
                  <Text of={{ key: 'popup_join' }} />
                  <span class="sr"> {title}</span>
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {today.length > most && (
        <p class="meta">
          <Text of={{ key: 'popup_more_today', params: { count: today.length - most } }} />
        </p>
      )}
    </section>
  );
}
