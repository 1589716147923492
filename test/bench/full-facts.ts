import { CHECKS, health, storedFindings } from '../../utils/checks/index.ts';
import { comparedFact, compareStored, nextMeetings } from '../../utils/meetings/index.ts';
import type { EventRow } from '../../utils/model/calendar.ts';
import type { FactBook, ListedMeeting } from '../../utils/model/facts.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ON_A_PAGE = 15;

/** A calendar and everything seen of the portal and of Microsoft, at one moment. */
export interface FullFacts {
  readonly now: number;
  readonly facts: FactBook;
  /** All events of the window, by start. */
  readonly events: readonly EventRow[];
}

/** The span a page reads by the store's index: what begins in it, by binary search as an index does. */
export function between(events: readonly EventRow[], start: number, end: number): readonly EventRow[] {
  const first = (at: number) => {
    let [low, high] = [0, events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((events[middle]?.start ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return events.slice(first(start), first(end));
}

/** So many events, evenly over the 67 days of the window, every second one with a Zoom link; and eight full pages of Zoom's list. */
export function fullFacts(count: number, now = Date.UTC(2026, 10, 23, 8)): FullFacts {
  const from = now - 7 * DAY;
  const step = (67 * DAY) / count;
  const events = Array.from({ length: count }, (_, at): EventRow => {
    const start = Math.floor((from + at * step) / MINUTE) * MINUTE;
    return {
      generation: 1,
      key: `event-${at}`,
      type: at % 7 === 0 ? 'exception' : 'single',
      start,
      end: start + 30 * MINUTE,
      subject: `Meeting ${at}`,
      ...(at % 3 === 0 ? { mine: true } : {}),
      ...(at % 2 === 0 ? { zoom: String(80_000_000_000 + at), zoomHost: 'zoom.us' } : {}),
    };
  });
  const wall = (at: number) => new Date(at).toISOString().slice(0, 16);
  const listed = between(events, now, now + 60 * DAY)
    .filter(({ zoom }) => zoom !== undefined)
    .slice(0, 8 * ON_A_PAGE)
    .map(
      ({ zoom = '', start, end }): ListedMeeting => ({ number: zoom, start: wall(start), end: wall(end) }),
    );
  const pages = Array.from({ length: 8 }, (_, at) => listed.slice(at * ON_A_PAGE, (at + 1) * ON_A_PAGE));
  const fact = <Value>(value: Value) =>
    ({ value, source: 'zoom-portal', observedAt: now - HOUR, goodFor: 7 * DAY }) as const;
  const settings = {
    'third-party-integration': { value: 'on', lock: 'unlocked' },
    'default-service': { value: 'office365', lock: 'unlocked' },
    'authorize-with': { value: 'graph', lock: 'unlocked' },
    'setup-method': { value: 'oauth', lock: 'unlocked' },
    'sso-prompt': { value: 'first-sign-in', lock: 'unlocked' },
    'two-way-sync': { value: 'on', lock: 'unlocked' },
  } as const;
  const page = { recognition: 'recognised', recognised: 6, expected: 6, settings } as const;
  const facts: FactBook = {
    'portal/account': fact({ page: 'account-settings', ...page }),
    'portal/group': fact({ page: 'group-settings', scope: 'zoom.us/a', ...page }),
    'portal/user': fact({ page: 'user-settings', ...page }),
    'portal/profile': fact({
      recognition: 'recognised',
      connection: { status: 'connected', service: 'office365' },
      zoomEmail: 'maya@alderfinch.example',
      connectedSince: now - 90 * DAY,
    }),
    'portal/meetings': fact({ looks: pages.map((rows) => ({ seenAt: now - HOUR, rows })) }),
    'microsoft/person': fact({
      userPrincipalName: 'maya.laurent@alderfinch.example',
      mail: 'maya@alderfinch.example',
    }),
    'microsoft/sessions': fact({ passwordChangedAt: now - 100 * DAY, sessionsValidFrom: now - 100 * DAY }),
    'calendar/contents': fact({ events: count, windowStart: from, windowEnd: now + 60 * DAY }),
  };
  return { now, facts, events };
}

/** What a page does with what is stored: the state, the agenda, both calendars compared, every check. Gives the findings. */
export function judgeAll({ now, facts }: FullFacts, rows: readonly EventRow[]) {
  health({ facts, sync: null, runs: [], account: null, configured: true, now, online: true });
  const agenda = nextMeetings(rows, now, 10);
  const compared = compareStored({ facts, rows, version: 'unknown', days: 7, zone: 'UTC', now });
  const fact = compared && comparedFact(compared, facts, 7);
  const findings = storedFindings(CHECKS, fact ? { ...facts, 'derived/meetings': fact } : facts, now);
  return { agenda, compared, findings };
}

/** Median time of judging everything, ms, over so many rounds after a warm-up. */
export function measureChecks(full: FullFacts, roundsMade = 25): number {
  const rows = between(full.events, full.now, full.now + 7 * DAY);
  for (let round = 0; round < 10; round += 1) judgeAll(full, rows);
  const times = Array.from({ length: roundsMade }, () => {
    const begun = performance.now();
    judgeAll(full, rows);
    return performance.now() - begun;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(roundsMade / 2)] ?? Number.NaN;
}
