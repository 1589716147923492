import { createRandom, type Random } from '../../wire/random.ts';
import type { Edits } from './edits.ts';
import { type Contents, type EventFields, instancesOf, type Span, touches } from './model.ts';
import type { Pattern, Rule } from './series.ts';
import { MEETINGS, PEOPLE, ROOMS, SERIES, TOPICS } from './words.ts';
import { addDays, momentOf, wallTime } from './zone.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

export interface Populate {
  /** ms since the epoch */
  readonly now: number;
  readonly zone: string;
  readonly seed: number;
  readonly owner: { readonly name: string; readonly address: string };
  /** Single events besides the fixed ones; 190 when absent. */
  readonly singles?: number;
}

/** Every way a Zoom link (or none) gets into an invitation; each is used. */
const PLACES: readonly ((random: Random) => Partial<EventFields>)[] = [
  (random) => ({ location: zoomLink(random) }),
  (random) => ({ location: zoomLink(random) }),
  (random) => ({ location: `https://alderfinch.zoom.us/j/${random.digits(11)}` }),
  () => ({ location: 'https://alderfinch.zoom.us/my/maya.laurent' }),
  (random) => ({ location: '', body: `Join Zoom Meeting\n${zoomLink(random)}\n\nOne tap mobile` }),
  (random) => ({ location: random.pick(ROOMS) }),
  (random) => ({ location: `${random.pick(ROOMS)}; ${zoomLink(random)}` }),
  () => ({ location: 'Microsoft Teams Meeting', teams: true }),
  (random) => ({ location: zoomLink(random), teams: true }),
  () => ({ location: '' }),
];

function zoomLink(random: Random): string {
  const secret = Array.from({ length: 24 }, () =>
    random.pick([...'abcdefghkmnpqrstuvwxyzABCDEFGH23456789']),
  ).join('');
  return `https://us0${random.int(2, 6)}web.zoom.us/j/${random.digits(11)}?pwd=${secret}.1`;
}

function fieldsFor(random: Random, subject: string, owner: Populate['owner']): Partial<EventFields> {
  const mine = random.chance(0.35);
  const place = random.pick(PLACES)(random);
  return {
    body: `Agenda: ${random.pick(TOPICS)}.`,
    ...place,
    subject,
    mine,
    organizer: mine ? owner : random.pick(PEOPLE),
    sensitivity: random.chance(0.05) ? random.pick(['private', 'confidential'] as const) : 'normal',
  };
}

const clock = (random: Random) =>
  `${String(random.int(8, 17)).padStart(2, '0')}:${random.pick(['00', '15', '30', '45'])}`;

/** The series of a busy office, some of them kept in other zones. */
function patterns(random: Random, { zone, now }: Populate): Pattern[] {
  const today = wallTime(now, zone).slice(0, 10);
  const make = (rule: Rule, minutes: number, where = zone): Pattern => ({
    zone: where,
    time: clock(random),
    minutes,
    first: addDays(today, -random.int(20, 600)),
    ...(random.chance(0.15) ? { last: addDays(today, random.int(5, 55)) } : {}),
    rule,
  });
  const many = (count: number, one: () => Pattern) => Array.from({ length: count }, one);
  const weekday = () => random.int(1, 5);
  return [
    ...many(3, () => make({ kind: 'weekly', interval: 1, weekdays: [1, 2, 3, 4, 5] }, 15)),
    { ...make({ kind: 'daily', interval: 1 }, 20), time: '07:30' },
    ...many(16, () => make({ kind: 'weekly', interval: 1, weekdays: [weekday()] }, 45)),
    ...many(5, () => make({ kind: 'weekly', interval: 1, weekdays: [weekday()] }, 30, 'America/New_York')),
    make({ kind: 'weekly', interval: 1, weekdays: [2] }, 30, 'Australia/Sydney'),
    make({ kind: 'weekly', interval: 1, weekdays: [4] }, 30, 'Asia/Kolkata'),
    ...many(4, () => make({ kind: 'weekly', interval: 2, weekdays: [weekday()] }, 60)),
    ...many(4, () => make({ kind: 'weekly', interval: 1, weekdays: [1, 4] }, 50)),
    ...many(2, () => make({ kind: 'monthly', interval: 1 }, 90)),
    { ...make({ kind: 'weekly', interval: 1, weekdays: [5] }, 1440, 'UTC'), time: '00:00' },
  ];
}

/** Exceptions, cancellations and removals among the instances around now. */
function disturb(random: Random, edits: Edits, contents: Contents, around: Span): void {
  for (const [uid, series] of contents.series) {
    for (const row of instancesOf(uid, series, around)) {
      const fate = random.next();
      if (fate < 0.04) edits.remove(row.uid);
      else if (fate < 0.07) edits.cancel(row.uid);
      else if (fate < 0.11 && !row.fields.allDay) {
        const shift = random.int(1, 6) * 30 * MINUTE;
        edits.move(row.uid, { start: row.start + shift, end: row.end + shift });
      } else if (fate < 0.14)
        edits.change(row.uid, { subject: `${row.fields.subject} (${random.pick(TOPICS)})` });
    }
  }
}

/** Fills a calendar with a seeded office life around `now`, and the one meeting the tour shows. */
export function populate(edits: Edits, contents: Contents, options: Populate): void {
  const { now, zone, owner } = options;
  const random = createRandom(options.seed);
  const around: Span = { start: now - 14 * DAY, end: now + 75 * DAY };
  const names = random.shuffle(SERIES);
  patterns(random, options).forEach((pattern, at) => {
    const name = names[at % names.length] ?? 'Weekly';
    const subject = at < names.length ? name : `${name} (${random.pick(TOPICS)})`;
    const allDay = pattern.minutes === 1440;
    edits.addSeries({ ...fieldsFor(random, allDay ? 'Working from home' : subject, owner), pattern, allDay });
  });
  disturb(random, edits, contents, around);

  const start = Math.ceil((now + 23.5 * MINUTE) / MINUTE) * MINUTE;
  // Nothing else runs or begins before that meeting, so "next meeting" has one answer.
  const quiet: Span = { start: now - 5 * MINUTE, end: start + MINUTE };
  for (const [uid, series] of contents.series) {
    for (const row of instancesOf(uid, series, quiet)) if (!row.fields.allDay) edits.remove(row.uid);
  }
  edits.add({
    subject: 'Quarterly budget review',
    start,
    end: start + 45 * MINUTE,
    location: 'https://us02web.zoom.us/j/89923140075?pwd=Q1hZbWtLd2RhUmVqV0t4.1',
    body: 'Please bring the figures of your team.',
    mine: false,
    organizer: PEOPLE[0] ?? owner,
  });

  const midnight = wallTime(now, zone).slice(0, 10);
  for (let made = 0; made < (options.singles ?? 190); made++) {
    const day = addDays(midnight, random.int(-9, 66));
    if (random.chance(0.05)) {
      const from = Date.parse(`${day}T00:00:00Z`);
      edits.add({
        subject: `Away: ${random.pick(TOPICS)}`,
        start: from,
        end: from + random.int(1, 3) * DAY,
        allDay: true,
      });
      continue;
    }
    const from = momentOf(`${day}T${clock(random)}:00`, zone);
    const event = {
      ...fieldsFor(random, `${random.pick(MEETINGS)}: ${random.pick(TOPICS)}`, owner),
      start: from,
      end: from + random.pick([25, 30, 45, 60, 90]) * MINUTE,
      cancelled: random.chance(0.04),
    };
    if (!touches(event, quiet)) edits.add(event);
  }
}
