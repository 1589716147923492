import { beforeEach, describe, expect, it } from 'vitest';
import { createFactsService } from '../../../utils/app/facts-service.ts';
import { observationOf } from '../../../utils/app/guidance-seen.ts';
import { DAY, HOUR } from '../../../utils/core/clock.ts';
import type { PortalObservation } from '../../../utils/model/messages.ts';
import type { PortalMeeting, PortalSnapshot } from '../../../utils/model/settings.ts';
import { recordingJudge } from './judging.ts';
import { memoryFacts } from './memory-facts.ts';

const A = '81234567890';
const B = '82345678901';
const C = '83456789012';
const ROW: PortalMeeting = {
  topic: 'Secret review',
  meetingId: A,
  day: 'Tue, Nov 24',
  time: '10:00 AM - 11:00 AM',
  host: 'Otto Keller',
};
const page = (meetings: readonly PortalMeeting[], more: Partial<PortalSnapshot> = {}): PortalSnapshot => ({
  page: 'meetings',
  recognition: 'recognised',
  settings: [],
  recognised: 1,
  expected: 1,
  look: 'old',
  meetings,
  ...more,
});

describe('what leaves the page of meetings', () => {
  it('is number and time, never topic or host', () => {
    const told = observationOf(page([ROW]), 'zoom.us');
    expect(told?.meetings).toEqual([
      { number: A, day: 'Tue, Nov 24', time: '10:00 AM - 11:00 AM', theirs: true },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/Secret|Otto/);
  });

  it('is nothing while the list is empty, not recognised or signed out', () => {
    expect(observationOf(page([]))).toBeNull();
    for (const recognition of ['unrecognised', 'loading', 'signed-out'] as const)
      expect(observationOf(page([ROW], { recognition }))).toBeNull();
  });
});

describe('the fact of the list', () => {
  const { judge, last } = recordingJudge();
  let facts: ReturnType<typeof memoryFacts>;
  let now: number;
  const service = () =>
    createFactsService({
      facts: facts.store,
      preferences: {
        hiddenNotes: async () => [],
        hideNotes: async () => {},
        showAllNotes: async () => {},
        showNote: async () => {},
        baselines: async () => [],
        chooseBaselines: async () => {},
        wipe: async () => {},
      },
      judge,
      clock: { now: () => now },
      zone: () => 'Europe/Paris',
    });
  const look = (rows: readonly (readonly [string, string, string])[], scope = 'zoom.us') =>
    observationOf(
      page(rows.map(([meetingId, day, time]) => ({ topic: '', meetingId, day, time }))),
      scope,
    ) as PortalObservation;
  const known = () => facts.book()['portal/meetings'];
  const numbers = () => known()?.value.looks.map(({ rows }) => rows.map(({ number }) => number));
  const FIRST = look([
    [A, 'Today', '10:00 - 11:00'],
    [B, 'Tue, Nov 24', '10:00 - 11:00'],
  ]);
  const SECOND = look([[C, 'Wed, Nov 25', '10:00 - 11:00']]);

  beforeEach(() => {
    facts = memoryFacts();
    now = Date.UTC(2026, 10, 23, 8);
  });

  it('keeps the pages that were open, and is as old as the oldest', async () => {
    const its = service();
    await its.observed(FIRST);
    now += HOUR;
    await its.observed(SECOND);
    expect(numbers()).toEqual([[A, B], [C]]);
    expect(known()?.observedAt).toBe(now - HOUR);
    expect(known()?.value.looks[1]?.rows[0]).toEqual({
      number: C,
      start: '2026-11-25T10:00',
      end: '2026-11-25T11:00',
    });
  });

  it('has a page seen again once, as it was last', async () => {
    const its = service();
    await its.observed(FIRST);
    now += HOUR;
    await its.observed(look([[A, 'Today', '12:00 - 13:00']]));
    expect(numbers()).toEqual([[A]]);
    expect(known()?.observedAt).toBe(now);
  });

  it('drops pages of yesterday and of another host', async () => {
    const its = service();
    await its.observed(FIRST);
    now += DAY;
    await its.observed(SECOND);
    expect(numbers()).toEqual([[C]]);
    await its.observed(look([[A, 'Today', '10:00 - 11:00']], 'us02web.zoom.us'));
    expect(numbers()).toEqual([[A]]);
  });

  it('holds eight pages at most', async () => {
    const its = service();
    for (let hour = 8; hour < 20; hour += 1)
      await its.observed(look([[A, 'Today', `${String(hour).padStart(2, '0')}:00 - 23:00`]]));
    expect(numbers()).toHaveLength(8);
  });

  it('keeps a row whose time no page has taught us, without one', async () => {
    await service().observed(look([[A, 'mar. 24 nov.', '10:00 - 11:00']]));
    expect(known()?.value.looks[0]?.rows).toEqual([{ number: A }]);
  });

  it('goes with the Zoom account it was of', async () => {
    const its = service();
    const profile = (zoomEmail: string) =>
      its.observed({
        page: 'profile',
        recognition: 'recognised',
        recognised: 1,
        expected: 1,
        settings: [{ id: 'profile-connection', value: { status: 'connected' }, lock: 'unknown' }],
        zoomEmail,
      });
    await its.observed(FIRST);
    await profile('maya@alderfinch.example');
    await profile('Maya@alderfinch.example');
    expect(known()).toBeDefined();
    await profile('otto@alderfinch.example');
    expect(known()).toBeUndefined();
  });

  it('is not handed to pages of the portal', async () => {
    const its = service();
    await its.observed(FIRST);
    for (const at of ['account-settings', 'group-settings', 'user-settings', 'profile'] as const) {
      await its.guidance({ page: at, settings: [] });
      expect(last()?.facts).not.toHaveProperty('portal/meetings');
    }
  });
});
