import { describe, expect, it } from 'vitest';
import { CHECKS, consentByAnswers, entraView, storedFindings } from '../../../utils/checks/index.ts';
import type { ConsentAnswers } from '../../../utils/model/entra-view.ts';
import type { FactBook, FactKey } from '../../../utils/model/facts.ts';
import { HOUR, NOW, settingsOf } from './fixtures.ts';

const book = (values: Partial<Record<FactKey, unknown>>, age = 0): FactBook =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      { value, source: 'microsoft-entra', observedAt: NOW - age, goodFor: 24 * HOUR },
    ]),
  );
const portal = (values: Parameters<typeof settingsOf>[0]) => ({
  page: 'account-settings',
  recognition: 'recognised',
  recognised: 11,
  expected: 11,
  settings: settingsOf(values),
});
const apps = (everybody: boolean, changes: object = {}) => ({
  tenantId: 'tid',
  found: {
    value: {
      apps: [
        {
          appId: '7c1d9e40-52ab-4f8e-b0c3-5a6e8d2f9100',
          objectId: '1b7f4c92-0a36-4be3-9d53-64f1e2a8c001',
          name: 'Zoom',
          publisher: null,
          foundBy: 'chosen',
          enabled: true,
          assignmentRequired: false,
          application: { value: [] },
          delegated: {
            value: [
              { kind: 'delegated', resource: 'graph', name: 'Calendars.ReadWrite', everybody, people: 3 },
            ],
          },
          ...changes,
        },
      ],
      lookAlikes: [],
      absent: [],
    },
  },
});
const consent = (userConsent: string) => ({ value: { userConsent, policies: [] } });
const OAUTH = portal({ 'setup-method': 'oauth' });

describe('two answers of a person', () => {
  const answers = (method: ConsentAnswers['method'], userConsent: ConsentAnswers['userConsent']) =>
    consentByAnswers({ method, userConsent });

  it.each([
    ['oauth', 'nobody', 'ask', 'check_consent_match_why_nobody'],
    ['oauth', 'managed', 'ask', 'check_consent_match_why_managed'],
    ['oauth', 'people', 'good', 'check_consent_match_people'],
    ['oauth', 'custom', 'none', 'check_consent_match_custom'],
    ['oauth', 'unknown', 'none', 'check_consent_match_user'],
    ['application-permissions', 'nobody', 'none', 'check_consent_match_application'],
    ['application-permissions', 'unknown', 'none', 'check_consent_match_application'],
    ['unknown', 'nobody', 'none', 'check_consent_match_method'],
    ['unknown', 'people', 'good', 'check_consent_match_people'],
    ['unknown', 'unknown', 'none', 'check_consent_match_user'],
  ] as const)('%s and %s: %s', (method, userConsent, tone, key) => {
    expect(answers(method, userConsent)).toMatchObject({ tone, text: { key } });
  });

  it('name one change, and only where the sides disagree', () => {
    expect(answers('oauth', 'nobody').change).toMatchObject({
      text: { key: 'check_consent_match_approve' },
      href: expect.stringContaining('StartboardApplicationsMenuBlade') as string,
    });
    expect(answers('oauth', 'people').change).toBeNull();
    expect(answers('unknown', 'unknown').change).toBeNull();
  });
});

describe('both sides as read', () => {
  const view = (facts: FactBook) => entraView(facts, NOW).consent;

  it('an admin’s consent for everybody ends the loop; people’s own do not', () => {
    const facts = { 'entra/consent': consent('managed'), 'portal/account': OAUTH };
    expect(view(book({ ...facts, 'entra/apps': apps(false) })).tone).toBe('ask');
    expect(view(book({ ...facts, 'entra/apps': apps(true) })).tone).toBe('good');
  });

  it('what an app that is switched off was granted lets nobody in', () => {
    const facts = { 'entra/consent': consent('managed'), 'portal/account': OAUTH };
    expect(view(book({ ...facts, 'entra/apps': apps(true, { enabled: false }) })).tone).toBe('ask');
  });

  it('the change leads to the app’s own page where it is known', () => {
    const facts = { 'entra/consent': consent('managed'), 'portal/account': OAUTH, 'entra/apps': apps(false) };
    expect(view(book(facts)).change?.href).toContain('objectId/1b7f4c92-0a36-4be3-9d53-64f1e2a8c001');
  });

  it('an approval that Zoom’s older switch does not use', () => {
    const switched = portal({ 'setup-method': 'oauth', 'account-wide-consent': 'off' });
    const facts = {
      'entra/consent': consent('nobody'),
      'entra/apps': apps(true),
      'portal/account': switched,
    };
    expect(view(book(facts)).change).toEqual({ text: { key: 'check_consent_match_switch' } });
  });

  it.each([
    ['past its limit', 25 * HOUR],
    ['from a clock that was set back', -2 * HOUR],
  ])('a reading %s is no reading', (_what, age) => {
    const facts = book({ 'entra/consent': consent('managed'), 'portal/account': OAUTH }, age);
    expect(view(facts)).toMatchObject({ tone: 'none' });
    expect(storedFindings(CHECKS, facts, NOW).map(({ check }) => check)).not.toContain('consent-match');
  });
});

describe('in the findings', () => {
  const ids = (facts: FactBook) => storedFindings(CHECKS, facts, NOW).map(({ check }) => check);

  it('what is known silences what was guessed, and a doubt does not', () => {
    const page = { 'portal/account': OAUTH };
    expect(ids(book(page))).toContain('admin-approval');
    const loop = ids(book({ ...page, 'entra/consent': consent('managed'), 'entra/apps': apps(false) }));
    expect(loop).toContain('consent-match');
    expect(loop).not.toContain('admin-approval');
    const ended = ids(book({ ...page, 'entra/consent': consent('managed'), 'entra/apps': apps(true) }));
    expect(ended).not.toContain('admin-approval');
    const unread = { unread: { code: 'access-denied', who: 'blocked' } };
    expect(ids(book({ ...page, 'entra/consent': unread }))).toContain('admin-approval');
  });
});

describe('more grants than were read', () => {
  const facts = (more: object) =>
    book({
      'entra/consent': consent('managed'),
      'portal/account': OAUTH,
      'entra/apps': apps(false, more),
    });
  const finding = (more: object) =>
    storedFindings(CHECKS, facts(more), NOW).find(({ check }) => check === 'consent-match')?.outcome;

  it('may hold the admin’s: the loop is likely, not confirmed', () => {
    expect(finding({})).toMatchObject({ kind: 'fail', certainty: 'confirmed' });
    expect(finding({ more: true })).toMatchObject({ kind: 'fail', certainty: 'likely' });
  });

  it('leave open what EWS permissions are held', () => {
    expect(entraView(facts({ more: true }), NOW).ews.held).toBeNull();
  });
});

describe('EWS in the workbench', () => {
  const ews = (facts: FactBook, now = NOW) => entraView(facts, now).ews;

  it('knows the days to the end, and the end', () => {
    expect(ews({}).daysLeft).toBe(129);
    expect(ews({}, Date.parse('2027-03-31T12:00Z')).daysLeft).toBe(1);
    expect(ews({}, Date.parse('2027-04-02T09:00Z')).daysLeft).toBeNull();
  });

  it('tells "not read" from "none", and the portal’s word', () => {
    expect(ews({})).toMatchObject({ held: null, portal: null });
    const read = book({ 'entra/apps': apps(true), 'portal/group': portal({ 'authorize-with': 'ews' }) });
    expect(ews(read)).toMatchObject({ held: [], portal: 'ews' });
  });
});
