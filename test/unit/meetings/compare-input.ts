import { compareMeetings } from '../../../utils/meetings/index.ts';
import type { CompareInput } from '../../../utils/meetings/index.ts';
import { DAY, HOUR, MINUTE } from '../../../utils/core/clock.ts';
import type { EventRow } from '../../../utils/model/calendar.ts';
import type { Fact, ListedMeeting, MeetingListFact } from '../../../utils/model/facts.ts';
import type { ComparedMeeting } from '../../../utils/model/meetings.ts';

/** Monday; 09:00 in Paris. */
export const NOW = Date.UTC(2026, 10, 23, 8);
export const ZONE = 'Europe/Paris';
export const A = '81234567890';
export const B = '82345678901';
export const C = '83456789012';

/** An event so many hours from now, half an hour long. */
export const event = (hours: number, more: Partial<EventRow> = {}): EventRow => ({
  generation: 1,
  key: `e${hours}${more.zoom ?? ''}`,
  type: 'single',
  start: NOW + hours * HOUR,
  end: NOW + hours * HOUR + 30 * MINUTE,
  mine: true,
  ...more,
});

/** The wall time in Paris of so many hours from now, in winter. */
const wall = (at: number) => new Date(at + HOUR).toISOString().slice(0, 16);
/** A row of Zoom's list. */
export const row = (number: string, hours: number | null, minutes = 30): ListedMeeting =>
  hours === null
    ? { number }
    : { number, start: wall(NOW + hours * HOUR), end: wall(NOW + hours * HOUR + minutes * MINUTE) };

export const list = (...looks: readonly (readonly ListedMeeting[])[]): Fact<MeetingListFact> => ({
  value: { looks: looks.map((rows) => ({ seenAt: NOW, rows })) },
  source: 'zoom-portal',
  observedAt: NOW,
  goodFor: DAY,
});

export const compare = (more: Partial<CompareInput>) =>
  compareMeetings({
    rows: [],
    span: { start: NOW, end: NOW + 14 * DAY },
    list: undefined,
    context: { version: 'unknown', general: [], primaryOnly: false },
    zone: ZONE,
    now: NOW,
    ...more,
  });

/** Number or key, verdict and first reason of each. */
export const told = (meetings: readonly ComparedMeeting[]) =>
  meetings.map(({ number, verdict, why }) => [number, verdict, why[0]?.words.key]);
