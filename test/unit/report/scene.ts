import type { FactBook } from '../../../utils/model/facts.ts';
import type { Finding } from '../../../utils/model/findings.ts';
import type { SettingReading } from '../../../utils/model/settings.ts';
import type { HeldGrant, Snapshot } from '../../../utils/model/snapshots.ts';
import type { EvidenceInput, Judgement } from '../../../utils/report/index.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const NOW = Date.UTC(2026, 10, 23, 14, 6);

/** Words that must not be in anything handed on. */
export const PERSONAL = [
  'maya.chen',
  'Maya',
  'Chen',
  'mchen',
  '8f2c1b3a-0000-4000-8000-00000000c0de',
  'alderfinch',
];

export const readings = (values: Partial<Record<string, unknown>>, lock = 'unlocked'): SettingReading[] =>
  Object.entries(values).map(([id, value]) => ({ id, value, lock }) as SettingReading);

const BEFORE = {
  'third-party-integration': 'on',
  'default-service': 'office365',
  'authorize-with': 'ews',
  'setup-method': 'oauth',
  permissions: ['calendar-read', 'calendar-write', 'contacts-read'],
  'domain-restriction': 'unknown',
};
const AFTER = { ...BEFORE, 'authorize-with': 'graph', permissions: ['calendar-read', 'calendar-write'] };

const pageOf = (settings: SettingReading[]) =>
  Object.fromEntries(settings.map(({ id, value, lock }) => [id, { value, lock }]));

export const SNAPSHOTS: Snapshot[] = [
  {
    page: 'account-settings',
    scope: 'zoom.us',
    seenAt: NOW - 30 * DAY,
    settings: readings({ ...BEFORE, 'default-service': 'none' }),
  },
  { page: 'account-settings', scope: 'zoom.us', seenAt: NOW - 5 * DAY, settings: readings(BEFORE) },
  {
    page: 'group-settings',
    scope: 'zoom.us/AbC1',
    seenAt: NOW - 4 * DAY,
    settings: readings({ 'third-party-integration': 'on', 'two-way-sync': 'on' }, 'locked-above'),
  },
  { page: 'account-settings', scope: 'zoom.us', seenAt: NOW - HOUR, settings: readings(AFTER) },
];

const grant = (permission: string, more: Partial<HeldGrant> = {}): HeldGrant => ({
  appId: '11111111-2222-4333-8444-555555555555',
  app: 'Zoom',
  kind: 'application',
  resource: 'graph',
  permission,
  ...more,
});

SNAPSHOTS.push(
  {
    page: 'entra-apps',
    scope: 'tenant',
    seenAt: NOW - 6 * DAY,
    settings: [],
    held: [
      grant('Calendars.ReadWrite'),
      grant('Mail.ReadWrite'),
      grant('full_access_as_app', { resource: 'exchange' }),
    ],
  },
  {
    page: 'entra-apps',
    scope: 'tenant',
    seenAt: NOW - HOUR,
    settings: [],
    held: [grant('Calendars.ReadWrite'), grant('User.Read', { kind: 'delegated', people: 12 })],
  },
);

export const FACTS: FactBook = {
  'portal/account': {
    value: {
      page: 'account-settings',
      scope: 'zoom.us',
      recognition: 'recognised',
      recognised: 6,
      expected: 6,
      settings: pageOf(readings(AFTER)),
    },
    source: 'zoom-portal',
    observedAt: NOW - 4 * 60_000,
    goodFor: 7 * DAY,
  },
  'portal/profile': {
    value: {
      recognition: 'recognised',
      connection: {
        status: 'connected',
        service: 'office365',
        email: 'mchen@alderfinch.example',
        permissions: ['calendar-read'],
      },
      zoomEmail: 'Maya.Chen@alderfinch.example',
      scope: 'maya.chen@alderfinch.example',
      connectedSince: NOW - 20 * DAY,
    },
    source: 'zoom-portal',
    observedAt: NOW - 2 * DAY,
    goodFor: DAY,
  },
  'microsoft/account': {
    value: { username: 'maya.chen@alderfinch.example', tenantId: '8f2c1b3a-0000-4000-8000-00000000c0de' },
    source: 'microsoft-entra',
    observedAt: NOW - 3 * HOUR,
    goodFor: DAY,
  },
  'microsoft/person': {
    value: { mail: 'maya.chen@alderfinch.example', userPrincipalName: 'mchen@alderfinch.example' },
    source: 'microsoft-graph',
    observedAt: NOW - 3 * HOUR,
    goodFor: DAY,
  },
  'microsoft/sessions': {
    value: { passwordChangedAt: NOW - 3 * DAY, sessionsValidFrom: null },
    source: 'microsoft-graph',
    observedAt: NOW - 3 * HOUR,
    goodFor: DAY,
  },
  'calendar/contents': {
    value: { events: 612, windowStart: NOW - 7 * DAY, windowEnd: NOW + 60 * DAY },
    source: 'microsoft-graph',
    observedAt: NOW - HOUR,
    goodFor: DAY,
  },
};

const EWS = {
  check: 'ews-retirement',
  setting: 'authorize-with',
  level: 'account',
  sources: [{ name: 'Microsoft MC1227454', url: 'https://example.com/ews?a=1&b=zm_kb', read: '2026-11-23' }],
} as const;

/** One finding of each end; written down here, so that the samples change with the report and not with the checks. */
const ENDS: Finding[] = [
  {
    ...EWS,
    outcome: { kind: 'pass', words: { title: { key: 'value_graph' } } },
    observedAt: NOW - HOUR,
  },
  {
    check: 'admin-approval',
    setting: 'setup-method',
    level: 'account',
    sources: [],
    outcome: {
      kind: 'fail',
      impact: 'moderate',
      certainty: 'possible',
      words: {
        title: { key: 'aadsts_admin_approval' },
        why: { key: 'report_masked', params: { example: 'maya.chen@alderfinch.example' } },
        step: { verb: { key: 'report_save' }, href: 'https://entra.microsoft.com/#view' },
      },
    },
    observedAt: NOW - HOUR,
  },
  {
    check: 'domain-restriction',
    setting: 'domain-restriction',
    level: 'account',
    sources: [],
    outcome: { kind: 'needs-review', reason: 'unknown-value' },
    observedAt: null,
  },
  {
    check: 'application-permissions',
    setting: 'setup-method',
    level: 'account',
    sources: [],
    outcome: { kind: 'not-applicable', reason: 'oauth' },
    observedAt: NOW - HOUR,
  },
  {
    check: 'two-way-sync',
    level: 'account',
    sources: [],
    outcome: { kind: 'error', code: 'TypeError' },
    observedAt: null,
  },
];

const EWS_BEFORE: Finding = {
  ...EWS,
  outcome: {
    kind: 'fail',
    impact: 'critical',
    certainty: 'confirmed',
    words: { title: { key: 'value_ews' } },
  },
  observedAt: NOW - 5 * DAY,
};
const onAccount = (finding: Finding): Judgement => ({ scope: 'zoom.us', finding });

/** Evidence of an admin's change: EWS left, one permission fewer. */
export const INPUT: EvidenceInput = {
  version: '0.1.0',
  language: 'en',
  madeAt: NOW,
  ticket: 'CHG-20418',
  masked: true,
  parts: ['checks', 'settings', 'history', 'permissions', 'facts', 'policy'],
  before: NOW - 5 * DAY,
  after: NOW,
  checks: {
    before: [EWS_BEFORE, ...ENDS.slice(1)].map(onAccount),
    after: ENDS.map(onAccount),
  },
  snapshots: SNAPSHOTS,
  facts: FACTS,
  policy: {
    policy: {
      tenant: 'alderfinch.example',
      notifications: true,
      contact: { text: 'Ask Maya Chen', href: 'mailto:maya.chen@alderfinch.example' },
      ownBaseline: { 'default-service': { expected: 'office365', reason: 'Maya Chen said so' } },
    },
    refused: [{ field: 'cloud', reason: 'wrong-value' }],
  },
};
