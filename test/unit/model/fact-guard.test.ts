import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECKS, health, runChecks, storedFindings } from '../../../utils/checks/index.ts';
import { DAY } from '../../../utils/core/clock.ts';
import { factBook, type StoredFactKey } from '../../../utils/model/fact-guard.ts';
import type { FactValues, PortalFact } from '../../../utils/model/facts.ts';
import { account, input, NOW } from '../checks/health-input.ts';

const error = { code: 'AADSTS50173', who: 'person' } as const;
const settings = (page: PortalFact['page']): PortalFact => ({
  page,
  scope: 'zoom.us',
  recognition: 'recognised',
  recognised: 2,
  expected: 3,
  settings: {
    'setup-method': { value: 'oauth', lock: 'unlocked' },
    permissions: { value: ['calendar-read', 'contacts-read'], lock: 'unknown' },
    'authorize-with': { value: 'ews', lock: 'locked' },
  },
});
/** One fact of every kind, as this version writes them; a new kind does not compile without its line. */
const VALUES: { readonly [Key in StoredFactKey]: FactValues[Key] } = {
  'portal/account': settings('account-settings'),
  'portal/group': settings('group-settings'),
  'portal/user': settings('user-settings'),
  'portal/profile': {
    recognition: 'recognised',
    connection: { status: 'connected', service: 'office365', email: account.username },
    zoomEmail: account.username,
    connectedSince: NOW - DAY,
  },
  'portal/meetings': {
    scope: 'zoom.us',
    looks: [{ seenAt: NOW, rows: [{ number: '81234567890', start: '2026-11-24T09:30' }] }],
  },
  'microsoft/account': account,
  'microsoft/person': { mail: account.username, userPrincipalName: account.username },
  'microsoft/sessions': { passwordChangedAt: NOW - DAY, sessionsValidFrom: null },
  'microsoft/trouble': { error, step: 'silent' },
  'calendar/contents': { events: 12, windowStart: NOW - DAY, windowEnd: NOW + 60 * DAY },
  'guide/run': { tab: 7, run: { kind: 'test', startedAt: NOW, steps: { profile: { at: NOW, by: 'seen' } } } },
  'guide/test': { startedAt: NOW - DAY, endedAt: NOW, verdict: 'passed', done: 6, total: 6 },
  'guide/setup': { startedAt: NOW - DAY, endedAt: NOW, verdict: 'stopped', done: 2, total: 8 },
  'entra/apps': {
    tenantId: account.tenantId,
    found: {
      value: {
        apps: [
          {
            appId: 'a',
            objectId: 'b',
            name: 'Zoom Calendar',
            publisher: null,
            foundBy: 'known-id',
            enabled: true,
            assignmentRequired: false,
            application: { value: [{ kind: 'application', resource: 'graph', name: 'Calendars.ReadWrite' }] },
            delegated: { unread: error },
          },
        ],
        lookAlikes: [{ appId: 'c', objectId: 'd', name: 'Zoom Calendars', publisher: null }],
        absent: [],
      },
    },
  },
  'entra/consent': { value: { userConsent: 'managed', policies: ['x'] } },
  'entra/last-use': {
    span: 30 * DAY,
    apps: [
      { appId: 'a', use: { value: [{ kind: 'interactive', lastSuccess: NOW - DAY, lastRefusal: null }] } },
    ],
  },
  'entra/run': { state: 'running', step: 'apps', done: 1, of: 3 },
  'entra/choice': { appIds: ['a'] },
};
const stored = Object.entries(VALUES).map(
  ([key, value]) => [key, { value, source: 'syncline', observedAt: NOW - 60_000, goodFor: DAY }] as const,
);

type Path = readonly string[];
/** Every place inside a value. */
function places(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([name, inner]) => places(inner, [...at, name]))];
}
/** A copy with something else, or nothing, at one place. */
function spoiled(value: unknown, [name, ...rest]: Path, other: unknown): unknown {
  if (name === undefined) return other;
  if (Array.isArray(value))
    return value.map((one: unknown, at) => (String(at) === name ? spoiled(one, rest, other) : one));
  const { [name]: inner, ...others } = value as Record<string, unknown>;
  return rest.length === 0 && other === undefined
    ? others
    : { ...others, [name]: spoiled(inner, rest, other) };
}

describe('facts as they lie in the database', () => {
  it('of this version are all read', () => {
    expect(Object.keys(factBook(stored)).sort()).toEqual(Object.keys(VALUES).sort());
  });

  it('of another version count as not seen: its keys, its shapes, a frame without an age', () => {
    const good = stored[0]?.[1];
    const book = factBook([
      ['portal/room', good],
      ['portal/account', { ...good, value: { page: 'account-settings', settings: [] } }],
      ['portal/group', { ...good, observedAt: '2026-11-23' }],
      ['portal/user', null],
      ['microsoft/sessions', { ...good, value: { passwordChangedAt: undefined, sessionsValidFrom: null } }],
      ['calendar/contents', { ...good, value: { events: 1, windowStart: 0, windowEnd: 1, more: 'later' } }],
    ]);
    expect(Object.keys(book)).toEqual(['calendar/contents']);
  });

  it('spoiled anywhere, by anything, break neither health nor a check', () => {
    const anywhere = stored.flatMap(([key, fact], at) =>
      places(fact.value).map((path) => ({ key, at, path: ['value', ...path] })),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...anywhere),
        fc.oneof(fc.constant(undefined), fc.jsonValue(), fc.constantFrom('', -1, Number.NaN, '__proto__')),
        ({ at, path }, other) => {
          const facts = factBook(
            stored.map(([key, fact], index) => [key, index === at ? spoiled(fact, path, other) : fact]),
          );
          const view = health(input({ facts }));
          expect(view.title.key).toMatch(/^[a-z]/);
          storedFindings(CHECKS, facts, NOW);
          const findings = (['account', 'group', 'user'] as const).flatMap((level) =>
            runChecks(CHECKS, {
              settings: facts[`portal/${level}`]?.value.settings ?? {},
              facts,
              now: NOW,
              level,
            }),
          );
          expect(findings.filter(({ outcome }) => outcome.kind === 'error')).toEqual([]);
        },
      ),
      { seed: 20261123, numRuns: 3_000 },
    );
  });
});
