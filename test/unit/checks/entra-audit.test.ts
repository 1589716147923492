import { describe, expect, it } from 'vitest';
import { CHECKS, entraView, runChecks, storedFindings } from '../../../utils/checks/index.ts';
import type { EntraApp, EntraAppsFact, HeldPermission } from '../../../utils/model/entra.ts';
import type { JudgedApp } from '../../../utils/model/entra-view.ts';
import type { FactBook, FactKey } from '../../../utils/model/facts.ts';
import { ZOOM_ROOMS_APPS } from '../../../utils/model/zoom-apps.ts';
import { HOUR, NOW, settingsOf } from './fixtures.ts';

const held = (name: string, more: Partial<HeldPermission> = {}): HeldPermission => ({
  kind: 'application',
  resource: 'graph',
  name,
  ...more,
});
const delegated = (name: string, more: Partial<HeldPermission> = {}) =>
  held(name, { kind: 'delegated', everybody: true, people: 0, ...more });
const CALENDAR = held('Calendars.ReadWrite');
const UNREAD = { unread: { code: 'access-denied', who: 'blocked' as const } };

const app = (more: Partial<EntraApp> = {}): EntraApp => ({
  appId: '7c1d9e40-52ab-4f8e-b0c3-5a6e8d2f9100',
  objectId: '1b7f4c92-0a36-4be3-9d53-64f1e2a8c001',
  name: 'Zoom Calendar Integration',
  publisher: 'Zoom Video Communications, Inc.',
  foundBy: 'publisher',
  enabled: true,
  assignmentRequired: false,
  application: { value: [] },
  delegated: { value: [] },
  ...more,
});
const holding = (...permissions: HeldPermission[]) => app({ application: { value: permissions } });
const appsFact = (...apps: EntraApp[]): EntraAppsFact => ({
  tenantId: 'tid',
  found: { value: { apps, lookAlikes: [], absent: [] } },
});
const fact = (value: unknown, age = 0) => ({
  value,
  source: 'microsoft-entra' as const,
  observedAt: NOW - age,
  goodFor: 24 * HOUR,
});
const book = (values: Partial<Record<FactKey, unknown>>): FactBook =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fact(value)]));
const portal = (values: Parameters<typeof settingsOf>[0]) => ({
  page: 'account-settings',
  recognition: 'recognised',
  recognised: 11,
  expected: 11,
  settings: settingsOf(values),
});

function judge(one: EntraApp, beside: Partial<Record<FactKey, unknown>> = {}, around = {}): JudgedApp {
  const [judged] = entraView(book({ 'entra/apps': appsFact(one), ...beside }), NOW, around).apps;
  if (!judged) throw new Error('not judged');
  return judged;
}
const verdict = (permission: HeldPermission, beside = {}) =>
  judge(holding(CALENDAR, permission), beside).permissions.find((each) => each.held === permission);

const NAMES = (userPrincipalName: string) => ({
  'microsoft/person': { userPrincipalName },
  'portal/profile': {
    recognition: 'recognised',
    connection: 'unknown',
    zoomEmail: 'ines@alderfinch.example',
  },
});

describe('one permission', () => {
  it.each([
    ['Calendars.ReadWrite', 'expected', 'audit_why_calendar'],
    ['calendars.readwrite', 'expected', 'audit_why_calendar'],
    ['User.Read', 'expected', 'audit_why_usual'],
    ['User.ReadBasic.All', 'expected', 'audit_why_usual'],
    ['User.Read.All', 'expected', 'audit_why_usual'],
    ['offline_access', 'expected', 'audit_why_usual'],
    ['Contacts.Read', 'unknown', 'audit_why_contacts'],
    ['Contacts.ReadWrite', 'unknown', 'audit_why_contacts'],
    ['Place.Read.All', 'unknown', 'audit_why_rooms'],
    ['MailboxSettings.Read', 'unknown', 'audit_why_mailbox'],
    ['Mail.Read', 'unknown', 'audit_why_mail_names'],
    ['Mail.ReadBasic.All', 'unknown', 'audit_why_mail_names'],
    ['Mail.ReadWrite', 'excess', 'audit_why_mail'],
    ['Mail.Send', 'excess', 'audit_why_mail'],
    ['Directory.Read.All', 'excess', 'audit_why_directory'],
    ['Directory.ReadWrite.All', 'excess', 'audit_why_directory'],
    ['OnlineMeetings.ReadWrite.All', 'unknown', 'audit_why_unlisted'],
    ['constructor', 'unknown', 'audit_why_unlisted'],
  ])('%s is %s', (name, wanted, why) => {
    expect(verdict(held(name))).toMatchObject({ verdict: wanted, why: { key: why } });
  });

  it('of another service is nobody’s calendar, whatever its name', () => {
    expect(verdict(held('Mail.Send', { resource: 'other', resourceName: 'Some app' }))).toMatchObject({
      verdict: 'unknown',
      why: { key: 'audit_why_unlisted' },
    });
  });

  it('without a name is unknown, by its id', () => {
    const id = '0f0e0d0c-0000-4000-8000-000000000001';
    const { permissions, counts } = judge(holding(CALENDAR, { kind: 'application', resource: 'graph', id }));
    expect(permissions[0]).toMatchObject({
      verdict: 'unknown',
      held: { id },
      why: { key: 'audit_why_untranslated' },
    });
    expect(counts).toEqual({ excess: 0, missing: 0, unknown: 1, expected: 1 });
  });

  it.each([
    ['ines.roy@alderfinch.example', 'unknown', 'audit_why_mail_differs'],
    ['Ines@Alderfinch.example', 'excess', 'audit_why_mail_same'],
  ])('Mail.Read for %s is %s', (name, wanted, why) => {
    expect(verdict(held('Mail.Read'), NAMES(name))).toMatchObject({ verdict: wanted, why: { key: why } });
  });

  it.each([
    ['application', {}, 'audit_why_ews_app'],
    ['delegated', {}, 'audit_why_ews_user'],
    ['application', { 'portal/account': portal({ 'authorize-with': 'ews' }) }, 'audit_why_ews_chosen'],
  ] as const)('over EWS (%s) goes, and says so', (kind, beside, why) => {
    const name = kind === 'application' ? 'full_access_as_app' : 'EWS.AccessAsUser.All';
    expect(verdict(held(name, { kind, resource: 'exchange' }), beside)).toMatchObject({
      verdict: 'excess',
      ews: true,
      why: { key: why },
    });
  });
});

describe('what is missing', () => {
  it.each([
    ['an admin’s app with nothing', app({ foundBy: 'chosen' }), {}, 1],
    ['an app nobody named, without calendars: another of Zoom’s', app(), {}, 0],
    [
      'delegated where the portal says OAuth',
      app({ foundBy: 'chosen', delegated: { value: [delegated('Calendars.ReadWrite')] } }),
      { 'portal/account': portal({ 'setup-method': 'oauth' }) },
      0,
    ],
    [
      'delegated only, where the portal says application permissions',
      app({ foundBy: 'chosen', delegated: { value: [delegated('Calendars.ReadWrite')] } }),
      { 'portal/account': portal({ 'setup-method': 'application-permissions' }) },
      1,
    ],
    [
      'application only, where the portal says OAuth',
      app({ foundBy: 'chosen', application: { value: [CALENDAR] } }),
      { 'portal/group': portal({ 'setup-method': 'oauth' }) },
      1,
    ],
    [
      'a list of grants that was not read to its end is never called empty',
      app({ foundBy: 'chosen', delegated: { value: [delegated('User.Read')] }, more: true }),
      {},
      0,
    ],
    ['read only is not enough', app({ application: { value: [held('Calendars.Read')] } }), {}, 1],
    [
      'a half that could not be read is never called empty',
      app({ foundBy: 'chosen', application: UNREAD }),
      {},
      0,
    ],
    [
      'rooms by application permissions',
      app({ appId: ZOOM_ROOMS_APPS.application, foundBy: 'known-id' }),
      {},
      1,
    ],
    [
      'rooms by full delegate: no list says what',
      app({ appId: ZOOM_ROOMS_APPS.delegate, foundBy: 'known-id' }),
      {},
      0,
    ],
  ])('%s', (_what, one, beside, count) => {
    expect(judge(one, beside).counts.missing).toBe(count);
  });

  it('names Exchange RBAC where an app holds no calendar permission at all, and not otherwise', () => {
    expect(judge(app({ foundBy: 'chosen' })).maybeScoped).toBe(true);
    expect(judge(holding(CALENDAR)).maybeScoped).toBe(false);
    expect(judge(app({ foundBy: 'chosen', application: UNREAD })).maybeScoped).toBe(false);
  });

  it('rooms may list rooms', () => {
    const rooms = app({
      appId: ZOOM_ROOMS_APPS.application,
      application: { value: [CALENDAR, held('Place.Read.All')] },
    });
    expect(judge(rooms).counts).toEqual({ excess: 0, missing: 0, unknown: 0, expected: 2 });
  });
});

describe('a list by policy', () => {
  const { appId } = app();
  const entraApps = [{ appId: appId.toUpperCase(), permissions: ['Calendars.ReadWrite', 'Mail.Read'] }];

  it('replaces ours: named is expected, the rest excess, what is not held missing', () => {
    const judged = judge(holding(CALENDAR, held('User.Read.All')), {}, { entraApps });
    expect(judged.list).toEqual({ kind: 'policy' });
    expect(judged.permissions.map(({ verdict: each, held: { name } }) => [each, name])).toEqual([
      ['excess', 'User.Read.All'],
      ['missing', 'Mail.Read'],
      ['expected', 'Calendars.ReadWrite'],
    ]);
  });

  it('calls nothing missing while half of it could not be read', () => {
    expect(judge(app({ delegated: UNREAD }), {}, { entraApps }).counts.missing).toBe(0);
  });

  it('reaches the findings', () => {
    const facts = book({ 'entra/apps': appsFact(holding(CALENDAR, held('User.Read.All'))) });
    const ids = (around = {}) =>
      storedFindings(CHECKS, facts, NOW, around)
        .map(({ check }) => check)
        .filter((id) => id.startsWith('entra-'));
    expect(ids()).toEqual([]);
    expect(ids({ entraApps })).toEqual(['entra-app-excess', 'entra-app-missing']);
  });
});

describe('links', () => {
  it.each([
    ['global', 'entra.microsoft.com'],
    ['gcc-high', 'portal.azure.us'],
    ['dod', 'portal.azure.us'],
    ['china', 'portal.azure.cn'],
  ] as const)('of %s lead to %s', (cloud, host) => {
    const { href } = judge(app(), {}, { cloud });
    expect(href).toBe(
      `https://${host}/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/${app().objectId}/appId/${app().appId}`,
    );
    for (const id of ['admin-approval', 'application-permissions']) {
      const value = id === 'admin-approval' ? 'oauth' : 'application-permissions';
      const [finding] = runChecks(
        CHECKS.filter((check) => check.id === id),
        { settings: settingsOf({ 'setup-method': value }), facts: {}, now: NOW, level: 'account', cloud },
      );
      expect(finding?.outcome).toMatchObject({
        words: { step: { href: expect.stringContaining(`https://${host}/#view/`) as string } },
      });
    }
  });
});

it('reads two hundred thousand permissions before the runner loses patience', () => {
  // Steps that grow with the square of the number would take minutes.
  const many = Array.from({ length: 200_000 }, (_, at) => delegated(`Scope.Number${at}`, { people: at }));
  const view = entraView(book({ 'entra/apps': appsFact(app({ delegated: { value: many } })) }), NOW);
  expect(JSON.stringify(view)).toContain('Scope.Number199999');
});
