import { beforeEach, describe, expect, it } from 'vitest';
import { createFactsService } from '../../../utils/app/facts-service.ts';
import { DAY, HOUR } from '../../../utils/core/clock.ts';
import type { PortalObservation } from '../../../utils/model/messages.ts';
import type { BaselineProfile, Policy } from '../../../utils/model/policy.ts';
import { recordingJudge } from './judging.ts';
import { memoryFacts } from './memory-facts.ts';

const USER: PortalObservation = {
  page: 'user-settings',
  recognition: 'recognised',
  recognised: 2,
  expected: 2,
  settings: [
    { id: 'third-party-integration', value: 'on', lock: 'locked-above' },
    { id: 'two-way-sync', value: 'off', lock: 'unlocked' },
  ],
};
const profile = (connection: object | 'unknown', more: Partial<PortalObservation> = {}) =>
  ({
    page: 'profile',
    recognition: 'recognised',
    recognised: 1,
    expected: 1,
    settings: [{ id: 'profile-connection', value: connection, lock: 'unknown' }],
    ...more,
  }) as PortalObservation;
const CONNECTED = { status: 'connected', service: 'office365' };

const { judge, last } = recordingJudge();
let facts: ReturnType<typeof memoryFacts>;
let hidden: string[];
let now: number;
let chosen: readonly BaselineProfile[];
const service = (policy?: () => Promise<Policy>) =>
  createFactsService({
    facts: facts.store,
    preferences: {
      hiddenNotes: async () => hidden,
      hideNotes: async (keys) => void hidden.push(...keys),
      showAllNotes: async () => void (hidden.length = 0),
      showNote: async (key: string) => void (hidden.includes(key) && hidden.splice(hidden.indexOf(key), 1)),
      baselines: async () => chosen,
      chooseBaselines: async (profiles) => void (chosen = profiles),
      wipe: async () => void (hidden.length = 0),
    },
    judge,
    clock: { now: () => now },
    ...(policy ? { policy } : {}),
  });

beforeEach(() => {
  facts = memoryFacts();
  hidden = [];
  chosen = [];
  now = 1_000_000_000_000;
});

describe('settings seen on the portal', () => {
  it('become a dated fact of their level', async () => {
    await service().observed(USER);
    expect(facts.book()).toEqual({
      'portal/user': {
        value: {
          page: 'user-settings',
          recognition: 'recognised',
          recognised: 2,
          expected: 2,
          settings: {
            'third-party-integration': { value: 'on', lock: 'locked-above' },
            'two-way-sync': { value: 'off', lock: 'unlocked' },
          },
        },
        source: 'zoom-portal',
        observedAt: now,
        goodFor: 7 * DAY,
      },
    });
  });

  it('enter the history only when what was seen changed', async () => {
    const its = service();
    await its.observed(USER);
    now += HOUR;
    await its.observed({ ...USER, settings: USER.settings.toReversed() });
    expect(facts.snapshots).toHaveLength(1);
    expect(facts.book()['portal/user']?.observedAt).toBe(now);
    now += HOUR;
    const [integration] = USER.settings;
    await its.observed({
      ...USER,
      settings: [integration!, { id: 'two-way-sync', value: 'on', lock: 'unlocked' }],
    });
    expect(facts.snapshots.map(({ seenAt }) => seenAt)).toEqual([now - 2 * HOUR, now]);
  });

  it('two looks at once leave one row of history', async () => {
    const its = service();
    await Promise.all([its.observed(USER), its.observed(USER)]);
    expect(facts.snapshots).toHaveLength(1);
  });

  it('are not erased, nor made younger, by a page that was not recognised', async () => {
    const its = service();
    await its.observed(USER);
    const seenAt = now;
    now += DAY;
    await its.observed({ ...USER, recognition: 'unrecognised', recognised: 0, settings: [] });
    const fact = facts.book()['portal/user'];
    expect(fact?.observedAt).toBe(seenAt);
    expect(fact?.value.settings['two-way-sync']).toEqual({ value: 'off', lock: 'unlocked' });
    expect(fact?.value.unrecognisedAt).toBe(now);
    now += DAY;
    await its.observed(USER);
    expect(facts.book()['portal/user']?.value.unrecognisedAt).toBeUndefined();
    expect(facts.snapshots).toHaveLength(1);
  });

  it('are not erased by another tab of the same page, where none of them belongs', async () => {
    const its = service();
    await its.observed(USER);
    const before = facts.book()['portal/user'];
    now += HOUR;
    await its.observed({ ...USER, recognised: 0, expected: 0, settings: [] });
    expect(facts.book()['portal/user']).toEqual(before);
  });

  it('of a page never recognised say that much', async () => {
    await service().observed({ ...USER, recognition: 'unrecognised', recognised: 0, settings: [] });
    expect(facts.book()['portal/user']?.value).toMatchObject({
      recognition: 'unrecognised',
      unrecognisedAt: now,
      settings: {},
    });
    expect(facts.snapshots).toEqual([]);
  });

  it.each(['loading', 'signed-out'] as const)('leave no trace while the page is %s', async (recognition) => {
    const its = service();
    await its.observed(USER);
    const before = facts.book();
    now += HOUR;
    await its.observed({ ...USER, recognition, settings: [] });
    expect(facts.book()).toEqual(before);
  });
});

describe('the connection on the profile page', () => {
  it('is "connected since" its first sight, through looks that could not tell', async () => {
    const its = service();
    const first = now;
    await its.observed(profile(CONNECTED, { zoomEmail: 'maya@alderfinch.example' }));
    now += DAY;
    await its.observed(profile('unknown'));
    expect(facts.book()['portal/profile']?.value).toEqual({
      recognition: 'recognised',
      connection: 'unknown',
      connectedSince: first,
      scope: 'maya@alderfinch.example',
    });
    now += DAY;
    await its.observed(profile({ ...CONNECTED, email: 'maya@alderfinch.example' }));
    expect(facts.book()['portal/profile']).toMatchObject({
      value: { connectedSince: first },
      observedAt: now,
      goodFor: DAY,
    });
  });

  it.each([
    ['a break', { status: 'not-connected' }],
    ['a need for attention', { status: 'needs-attention', service: 'office365' }],
  ])('starts anew after %s', async (_what, between) => {
    const its = service();
    await its.observed(profile(CONNECTED));
    now += DAY;
    await its.observed(profile(between));
    expect(facts.book()['portal/profile']?.value.connectedSince).toBeUndefined();
    now += DAY;
    await its.observed(profile(CONNECTED));
    expect(facts.book()['portal/profile']?.value.connectedSince).toBe(now);
  });

  it.each([
    ['another service', { status: 'connected', service: 'google' }],
    ['another address', { status: 'connected', service: 'office365', email: 'otto@alderfinch.example' }],
  ])('starts anew with %s', async (_what, next) => {
    const its = service();
    await its.observed(profile({ ...CONNECTED, email: 'maya@alderfinch.example' }));
    now += DAY;
    await its.observed(profile(next));
    expect(facts.book()['portal/profile']?.value.connectedSince).toBe(now);
  });
});

describe('notes', () => {
  it('are hidden even from a page that says nothing else, and shown again', async () => {
    const its = service();
    await its.observed({
      page: 'meetings',
      recognition: 'recognised',
      recognised: 0,
      expected: 0,
      settings: [],
      hide: ['a@user'],
    });
    expect(facts.book()).toEqual({});
    const hides = async () => {
      await its.guidance({ page: 'profile', settings: [] });
      return last()?.hidden;
    };
    expect(await hides()).toEqual(['a@user']);
    await its.showAllNotes();
    expect(await hides()).toEqual([]);
  });

  it('go with the rules: the policy’s, and without one the person’s choice', async () => {
    const rules = async (policy?: () => Promise<Policy>) => {
      await service(policy).guidance({ page: 'account-settings', settings: [] });
      return last()?.rules;
    };
    await service().chooseBaselines(['cis-zoom']);
    expect(await rules()).toEqual({ baselines: ['cis-zoom'] });
    const contact = { text: 'Service desk' };
    expect(await rules(async () => ({ contact, baselines: [], tenant: 'alderfinch.example' }))).toEqual({
      contact,
      baselines: [],
    });
    expect(await rules(() => Promise.reject(new Error('policy')))).toEqual({ baselines: ['cis-zoom'] });
  });
});
