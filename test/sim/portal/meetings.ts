import { wordingOf } from './labels/index.ts';
import type { MeetingSeed, PortalScenario } from './scenario.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Rows on one page of the list (portal.md 4.3). */
const PAGE = 15;

export interface MeetingRow {
  readonly topic: string;
  readonly id: string;
  readonly number: string;
  readonly time: string;
  readonly host: string;
}
export interface MeetingList {
  readonly days: readonly { readonly title: string; readonly rows: readonly MeetingRow[] }[];
  readonly page: number;
  readonly pages: number;
}

/** Meetings around the present moment: today, a busy week, one without fixed time, one of another host, one named like a setting. */
export function meetingsAround(now: number): MeetingSeed[] {
  const quarter = Math.ceil(now / (15 * MINUTE)) * 15 * MINUTE;
  const later = (days: number, hours: number) => quarter + days * DAY + hours * 60 * MINUTE;
  return [
    { topic: 'Quarterly budget review', number: '81234567890', start: now + 24 * MINUTE, minutes: 60 },
    { topic: 'Hiring sync', number: '82345678901', start: later(0, 3), minutes: 30 },
    { topic: 'Vendor call', number: '83456789012', start: later(1, 0), minutes: 45, host: 'Tomás Okafor' },
    { topic: 'Personal room', number: '5551234567', start: null, minutes: 0 },
    {
      topic: 'Integrate third-party mail and calendar services',
      number: '84567890123',
      start: later(1, 2),
      minutes: 60,
    },
    ...Array.from({ length: 14 }, (_, at) => ({
      topic: `Stand-up ${at + 1}`,
      number: String(85_000_000_000 + at * 1_234_567),
      start: later(2 + at, 1),
      minutes: 15,
    })),
  ];
}

/** 812 3456 7890 and 555 123 4567: the groups of portal.md 7.1. */
export function grouped(number: string): string {
  const middle = number.length > 10 ? 4 : 3;
  return [number.slice(0, 3), number.slice(3, 3 + middle), number.slice(3 + middle)]
    .filter(Boolean)
    .join(' ');
}

/** One page of the upcoming list as the server words it: day headings and time ranges are texts, in the person's zone. */
export function meetingList(
  scenario: PortalScenario,
  seeds: readonly MeetingSeed[],
  now: number,
  page: number,
): MeetingList {
  const words = wordingOf(scenario);
  const locale = scenario.language === 'en' ? 'en-US' : words.lang;
  const zone = { timeZone: scenario.timeZone };
  const day = new Intl.DateTimeFormat(locale, { weekday: 'short', month: 'short', day: 'numeric', ...zone });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', ...zone });
  const today = day.format(now);
  const upcoming = seeds
    .filter(({ start, minutes }) => start === null || start + minutes * MINUTE > now)
    .sort((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity));

  const days: { title: string; rows: MeetingRow[] }[] = [];
  for (const meeting of upcoming.slice((page - 1) * PAGE, page * PAGE)) {
    const date = meeting.start === null ? words.word('recurring') : day.format(meeting.start);
    const title = date === today ? words.word('today') : date;
    if (days.at(-1)?.title !== title) days.push({ title, rows: [] });
    const end = (meeting.start ?? 0) + meeting.minutes * MINUTE;
    days.at(-1)?.rows.push({
      topic: meeting.topic,
      number: meeting.number,
      id: `${words.word('meetingId')} ${grouped(meeting.number)}`,
      time:
        meeting.start === null
          ? words.word('recurring')
          : `${clock.format(meeting.start)} - ${clock.format(end)}`.replaceAll('\u202f', ' '),
      host: meeting.host === undefined ? '' : `${words.word('host')} ${meeting.host}`,
    });
  }
  return { days, page, pages: Math.max(1, Math.ceil(upcoming.length / PAGE)) };
}
