import { beforeEach, describe, expect, it } from 'vitest';
import { createFactsService } from '../../../utils/app/facts-service.ts';
import { observationOf } from '../../../utils/app/guidance-seen.ts';
import { NOTE_CHECKS } from '../../../utils/checks/index.ts';
import { DAY } from '../../../utils/core/clock.ts';
import type { FactBook } from '../../../utils/model/facts.ts';
import type { PortalObservation } from '../../../utils/model/messages.ts';
import { scopeOf } from '../../../utils/model/portal-hosts.ts';
import { createStage, setting } from './guidance-stage.ts';
import { recordingJudge } from './judging.ts';
import { memoryFacts } from './memory-facts.ts';

const group = (scope: string, value: 'on' | 'off', more: Partial<PortalObservation> = {}) =>
  ({
    page: 'group-settings',
    scope,
    recognition: 'recognised',
    recognised: 1,
    expected: 1,
    settings: [{ id: 'third-party-integration', value, lock: 'unlocked' }],
    ...more,
  }) as PortalObservation;
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
const MAYA = { zoomEmail: 'maya@alderfinch.example' };

const { judge, last } = recordingJudge();
let facts: ReturnType<typeof memoryFacts>;
let hidden: string[];
let now: number;
const service = () =>
  createFactsService({
    facts: facts.store,
    preferences: {
      hiddenNotes: async () => hidden,
      hideNotes: async (keys) => void hidden.push(...keys),
      showAllNotes: async () => void (hidden = []),
      showNote: async (key: string) => void (hidden = hidden.filter((one) => one !== key)),
      baselines: async () => [],
      chooseBaselines: async () => {},
      wipe: async () => void (hidden = []),
    },
    judge,
    clock: { now: () => now },
  });

beforeEach(() => {
  facts = memoryFacts();
  hidden = [];
  now = 1_000_000_000_000;
});

describe('facts of one group', () => {
  it('are no change of another: on here, off there, on here again are two rows of history', async () => {
    const its = service();
    for (const seen of [group('zoom.us/a', 'on'), group('zoom.us/b', 'off'), group('zoom.us/a', 'on')]) {
      now += DAY;
      await its.observed(seen);
    }
    expect(facts.snapshots.map(({ scope }) => scope)).toEqual(['zoom.us/a', 'zoom.us/b']);
    expect(facts.book()['portal/group']).toMatchObject({ observedAt: now, value: { scope: 'zoom.us/a' } });
    now += DAY;
    await its.observed(group('zoom.us/b', 'on'));
    expect(facts.snapshots).toHaveLength(3);
  });

  it('do not speak for another that was not recognised', async () => {
    const its = service();
    await its.observed(group('zoom.us/a', 'on'));
    now += DAY;
    await its.observed(
      group('zoom.us/b', 'on', { recognition: 'unrecognised', recognised: 0, settings: [] }),
    );
    expect(facts.book()['portal/group']).toMatchObject({
      observedAt: now,
      value: { scope: 'zoom.us/b', recognition: 'unrecognised', settings: {} },
    });
    now += DAY;
    await its.observed(group('zoom.us/b', 'off'));
    await its.observed(group('zoom.us/a', 'on'));
    expect(facts.snapshots.map(({ scope }) => scope)).toEqual(['zoom.us/a', 'zoom.us/b']);
  });

  it('bear host and group of the address, and nothing else of it', () => {
    const snapshot = {
      page: 'group-settings',
      recognition: 'recognised',
      recognised: 1,
      expected: 1,
      look: 'old',
      settings: [],
    } as const;
    const scope = (address: string) => observationOf(snapshot, scopeOf(address))?.scope;
    const query = '?amp_device_id=5d0b7c1e&email=maya%40alderfinch.example';
    expect(scope(`https://US02web.zoom.us/account/group${query}#/detail/AbC-1==/detail?x=1`)).toBe(
      'us02web.zoom.us/AbC-1==',
    );
    expect(scope(`https://zoom.us/account/setting${query}#secret`)).toBe('zoom.us');
    expect(scope(`https://zoom.us/account/group#/detail/${'x'.repeat(5_000)}/detail`)?.length).toBeLessThan(
      200,
    );
  });

  it('are told at once when the person goes on to the next group', () => {
    const on = createStage();
    on.at('https://zoom.us/account/group#/detail/a/detail');
    on.world.page = { ...on.world.page, page: 'group-settings' };
    on.see(setting('authorize-with', 'ews'));
    on.at('https://zoom.us/account/group#/detail/b/detail');
    on.see(setting('authorize-with', 'ews'));
    expect(on.observed.map(({ scope }) => scope)).toEqual(['zoom.us/a']);
    on.time.pass(600);
    expect(on.observed.map(({ scope }) => scope)).toEqual(['zoom.us/a', 'zoom.us/b']);
  });

  it('do not take an unsaved choice along to the next group', () => {
    const on = createStage();
    on.at('https://zoom.us/account/group#/detail/a/detail');
    on.world.page = { ...on.world.page, page: 'group-settings' };
    on.see(setting('authorize-with', 'ews'));
    on.session.touched(['control authorize-with', 'row authorize-with']);
    on.see(setting('authorize-with', 'graph'));
    on.at('https://zoom.us/account/group#/detail/b/detail');
    on.see(setting('authorize-with', 'graph'));
    on.time.pass(600);
    expect(on.observed.map(({ scope, settings }) => [scope, settings[0]?.value])).toEqual([
      ['zoom.us/a', 'ews'],
      ['zoom.us/b', 'graph'],
    ]);
  });
});

describe('the connection of one Zoom account', () => {
  it.each([
    ['at once', []],
    ['after a look that could not tell', [profile('unknown')]],
  ])('is not that of another %s', async (_when, between) => {
    const its = service();
    await its.observed(profile(CONNECTED, MAYA));
    for (const seen of between) await its.observed(seen);
    now += DAY;
    await its.observed(profile(CONNECTED, { zoomEmail: 'otto@alderfinch.example' }));
    expect(facts.book()['portal/profile']?.value.connectedSince).toBe(now);
  });

  it('runs on under the same address, however it is written', async () => {
    const its = service();
    const first = now;
    await its.observed(profile(CONNECTED, MAYA));
    now += DAY;
    await its.observed(profile(CONNECTED, { zoomEmail: 'Maya@Alderfinch.example' }));
    expect(facts.book()['portal/profile']?.value.connectedSince).toBe(first);
  });

  it('is not kept for another whose page was not recognised', async () => {
    const its = service();
    await its.observed(profile(CONNECTED, MAYA));
    const unrecognised = { recognition: 'unrecognised', settings: [] } as const;
    await its.observed(profile('unknown', { ...unrecognised, zoomEmail: 'otto@alderfinch.example' }));
    const { connection, connectedSince } = facts.book()['portal/profile']?.value ?? {};
    expect([connection, connectedSince]).toEqual(['unknown', undefined]);
  });
});

describe('what a page’s process is given', () => {
  const common = { source: 'zoom-portal', observedAt: 5, goodFor: 7 } as const;
  const settings = { 'default-service': { value: 'office365', lock: 'locked' } } as const;
  const portal = (page: 'account-settings' | 'group-settings' | 'user-settings') => ({
    ...common,
    value: {
      page,
      scope: 'zoom.us/a',
      recognition: 'recognised',
      recognised: 1,
      expected: 1,
      settings,
    } as const,
  });
  const FULL: FactBook = {
    'portal/account': portal('account-settings'),
    'portal/group': portal('group-settings'),
    'portal/user': portal('user-settings'),
    'portal/profile': {
      ...common,
      value: {
        recognition: 'recognised',
        connection: { status: 'connected', email: 'maya@alderfinch.example' },
        zoomEmail: 'maya@alderfinch.example',
      },
    },
    'microsoft/account': { ...common, value: { username: 'maya@alderfinch.example', tenantId: 'tenant' } },
    'microsoft/person': { ...common, value: { mail: 'maya@alderfinch.example' } },
    'microsoft/sessions': { ...common, value: { passwordChangedAt: 1, sessionsValidFrom: 2 } },
    'microsoft/trouble': {
      ...common,
      value: {
        error: { code: 'AADSTS90094', who: 'blocked', raw: 'AADSTS90094', notBefore: 9 },
        step: 'calendar',
      },
    },
    'calendar/contents': { ...common, value: { events: 3, windowStart: 1, windowEnd: 2 } },
  };
  const TROUBLE = {
    ...common,
    value: { error: { code: 'AADSTS90094', who: 'blocked', raw: 'AADSTS90094' }, step: 'calendar' },
  };
  const ACCOUNT = {
    ...common,
    value: { page: 'account-settings', recognition: 'recognised', recognised: 1, expected: 1, settings },
  };

  it.each([
    ['account-settings', { 'microsoft/trouble': TROUBLE }],
    ['group-settings', { 'microsoft/trouble': TROUBLE, 'portal/account': ACCOUNT }],
    ['user-settings', {}],
    ['profile', {}],
  ] as const)('on %s is this, whatever is stored', async (page, given) => {
    facts = memoryFacts(FULL);
    hidden = ['a@user'];
    await service().guidance({ page, settings: [] });
    expect(last()).toMatchObject({ facts: given, hidden: ['a@user'] });
    expect(Object.keys(last()?.facts ?? {})).toEqual(Object.keys(given));
    expect(JSON.stringify(last())).not.toMatch(/alderfinch|tenant|zoom\.us/);
  });

  it('is what the checks of its level declare, and the account’s side for a group', async () => {
    facts = memoryFacts(FULL);
    for (const level of ['account', 'group', 'user', 'profile'] as const) {
      const declared = NOTE_CHECKS.filter((check) => check.levels.includes(level))
        .flatMap(({ needs, wants = [] }) => [...needs, ...wants])
        .filter((need) => !/^(?:setting|rules)\//.test(need));
      const expected = new Set([...declared, ...(level === 'group' ? ['portal/account'] : [])]);
      const page = level === 'profile' ? 'profile' : (`${level}-settings` as const);
      await service().guidance({ page, settings: [] });
      const given = Object.keys(last()?.facts ?? {});
      expect(given.toSorted(), level).toEqual([...expected].toSorted());
    }
  });
});

describe('while everything is being deleted', () => {
  it('a look in progress ends first, and one that comes meanwhile leaves nothing', async () => {
    const its = service();
    const before = its.observed(group('zoom.us/a', 'on'));
    const deletion = its.alone(async () => {
      await facts.store.wipe();
      hidden = [];
    });
    const meanwhile = its.observed(group('zoom.us/a', 'off', { hide: ['a@group'] }));
    await Promise.all([before, deletion, meanwhile]);
    expect([facts.book(), facts.snapshots, hidden]).toEqual([{}, [], []]);
    await its.observed(group('zoom.us/a', 'on'));
    expect(Object.keys(facts.book())).toEqual(['portal/group']);
  });

  it('a deletion that failed is told so, and looks are kept again', async () => {
    const its = service();
    await expect(its.alone(() => Promise.reject(new Error('store')))).rejects.toThrow('store');
    await its.observed(group('zoom.us/a', 'on'));
    expect(Object.keys(facts.book())).toEqual(['portal/group']);
  });
});
