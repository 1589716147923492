import { DAY, HOUR, MINUTE } from '../utils/core/clock.ts';
import type { Message } from '../utils/model/words.ts';
import { Age } from './age.tsx';
import { Dotted } from './dotted.tsx';
import { groupedNumber } from './grouped-number.ts';
import { Text, useReading } from './words.tsx';

export interface NextMeetingProps {
  /** ms since the epoch */
  readonly start: number;
  readonly end: number;
  readonly subject?: string;
  readonly private?: true;
  /** Address that joins. */
  readonly join?: string;
  /** The one filled button of the view, when the state asks for nothing. */
  readonly main: boolean;
  /** How old the calendar is, when past its limit. */
  readonly asOf: number | null;
  readonly onJoin: (address: string) => void;
}

/** Midnight after `at` in the reader's own zone, ms since the epoch. */
function midnightAfter(at: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime();
}

function nearness(start: number, now: number): Message {
  if (start <= now) return { key: 'popup_now' };
  if (start - now < HOUR)
    return { key: 'popup_in_minutes', params: { count: Math.ceil((start - now) / MINUTE) } };
  const tonight = midnightAfter(now);
  if (start < tonight) return { key: 'popup_today' };
  if (start < midnightAfter(tonight)) return { key: 'popup_tomorrow' };
  return { key: 'popup_on_day', params: { date: { at: start, style: 'date' } } };
}

const numberIn = (join: string | undefined): string | undefined => /\/j\/(\d+)/.exec(join ?? '')?.[1];

/** The next meeting and its Join button. A calendar past its limit says how old it is. */
export function NextMeeting({
  start,
  end,
  subject,
  private: hidden,
  join,
  main,
  asOf,
  onJoin,
}: NextMeetingProps) {
  const { now, say } = useReading();
  const number = numberIn(join);
  const title = subject ?? say({ key: hidden ? 'popup_private' : 'popup_no_subject' });
  const until: Message =
    end - start < DAY
      ? { key: 'popup_until', params: { time: { at: end, style: 'time' } } }
      : { key: 'popup_until', params: { time: { at: end, style: 'date-time' } } };
  return (
    <section class="next">
      <p class="when num">
        <b>
          <Text of={{ key: 'popup_clock', params: { time: { at: start, style: 'time' } } }} />
        </b>
        <span>
          <Text of={nearness(start, now)} />
        </span>
      </p>
      <div class="what">
        <h2>{title}</h2>
        <p class="meta num">
          <Dotted
            pieces={[
              <Text of={until} />,
              ...(number
                ? [<Text of={{ key: 'popup_zoom_number', params: { number: groupedNumber(number) } }} />]
                : []),
            ]}
          />
        </p>
        {asOf !== null && <Age at={asOf} old within={{ key: 'popup_as_known' }} />}
      </div>
      {join !== undefined && (
        <button type="button" class={main ? 'btn main' : 'btn'} onClick={() => onJoin(join)}>
          <Text of={{ key: 'popup_join' }} />
          <span class="sr"> {title}</span>
        </button>
      )}
    </section>
  );
}
