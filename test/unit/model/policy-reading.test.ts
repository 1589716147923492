import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POLICY_FIELDS, readPolicy } from '../../../utils/model/policy-reading.ts';
import type { Policy } from '../../../utils/model/policy.ts';

const GOOD = {
  clientId: 'AAAAAAAA-1111-2222-3333-444444444444',
  tenant: 'Alderfinch.example',
  cloud: 'gcc-high',
  notifications: false,
  contact: { text: 'Calendar desk', href: 'mailto:desk@alderfinch.example' },
  portalHosts: ['Alderfinch.zoomgov.com', 'zoom.us.mcas.ms'],
  baselines: ['cis-zoom'],
  ownBaseline: {
    'two-way-sync': { expected: 'off', reason: 'Rooms are booked elsewhere', contact: 'rooms' },
    permissions: { expected: ['calendar-read', 'calendar-write'] },
  },
  checks: { 'sso-prompt-off': { show: false }, 'two-way-sync': { impact: 'critical' } },
  labels: { 'two-way-sync': ['Sincronizzazione bidirezionale'] },
  locators: [
    {
      setting: 'two-way-sync',
      page: 'account-settings',
      path: ['div', 'button[switch].zoom-switch'],
      words: '1a',
      shape: '2b',
      tab: '3c',
      taughtAt: 1,
    },
  ],
  entraApps: [{ appId: 'bbbbbbbb-1111-2222-3333-444444444444', permissions: ['Calendars.ReadWrite'] }],
};
const READ = {
  ...GOOD,
  clientId: GOOD.clientId.toLowerCase(),
  tenant: 'alderfinch.example',
  portalHosts: ['alderfinch.zoomgov.com', 'zoom.us.mcas.ms'],
} as unknown as Policy;

describe('a policy', () => {
  it('is read whole when every field is good', () => {
    expect(readPolicy(GOOD)).toEqual({ policy: READ, refused: [] });
    expect(Object.keys(GOOD)).toEqual(POLICY_FIELDS);
  });

  it('may write every list and map as one line of JSON', () => {
    const lines = Object.fromEntries(
      Object.entries(GOOD).map(([name, value]) => [
        name,
        typeof value === 'object' ? JSON.stringify(value) : value,
      ]),
    );
    expect(readPolicy(lines)).toEqual({ policy: READ, refused: [] });
  });

  it('is nothing when there is none, and empty texts are fields not set', () => {
    expect(readPolicy(undefined)).toEqual({ policy: {}, refused: [] });
    expect(readPolicy({})).toEqual({ policy: {}, refused: [] });
    expect(readPolicy({ clientId: '', checks: '' })).toEqual({ policy: {}, refused: [] });
  });

  it.each([
    ['clientId', 5, 'clientId', 'wrong-type'],
    ['clientId', 'not-a-guid', 'clientId', 'wrong-value'],
    ['tenant', 'a b', 'tenant', 'wrong-value'],
    ['cloud', 'mars', 'cloud', 'wrong-value'],
    ['notifications', 'yes', 'notifications', 'wrong-type'],
    ['contact', { text: 'Desk', href: 'javascript:alert(1)' }, 'contact.href', 'wrong-value'],
    ['contact', { href: 'https://alderfinch.example' }, 'contact.text', 'wrong-type'],
    ['contact', { text: 'a\nb' }, 'contact.text', 'wrong-value'],
    ['portalHosts', ['*.zoomgov.com'], 'portalHosts[0]', 'wrong-value'],
    ['portalHosts', ['portal.example.com'], 'portalHosts[0]', 'wrong-value'],
    ['portalHosts', 'meet.example.com', 'portalHosts', 'not-json'],
    ['baselines', ['cis-zoom', 'nist'], 'baselines[1]', 'wrong-value'],
    [
      'ownBaseline',
      { 'two-way-sync': { expected: 'maybe' } },
      'ownBaseline.two-way-sync.expected',
      'wrong-value',
    ],
    ['ownBaseline', { 'two-way': { expected: 'on' } }, 'ownBaseline.two-way', 'unknown-field'],
    [
      'ownBaseline',
      { permissions: { expected: ['mail-read'] } },
      'ownBaseline.permissions.expected[0]',
      'wrong-value',
    ],
    ['checks', { 'sso-promt': { show: false } }, 'checks.sso-promt', 'unknown-field'],
    ['checks', { 'sso-prompt-off': { impact: 'huge' } }, 'checks.sso-prompt-off.impact', 'wrong-value'],
    ['checks', [], 'checks', 'wrong-type'],
    ['labels', { 'two-way-sync': ['x'.repeat(201)] }, 'labels.two-way-sync[0]', 'too-long'],
    ['locators', [{ setting: 'two-way-sync' }], 'locators[0].page', 'wrong-type'],
    ['entraApps', [{ appId: 'x', permissions: [] }], 'entraApps[0].appId', 'wrong-value'],
    ['colour', 'blue', 'colour', 'unknown-field'],
  ])('names what is wrong with %s = %j and keeps the rest', (name, value, field, reason) => {
    const { policy, refused } = readPolicy({ ...GOOD, [name]: value }, ['sso-prompt-off', 'two-way-sync']);
    expect(refused).toContainEqual({ field, reason });
    const { [name as keyof Policy]: _bad, ...rest } = READ;
    expect(policy).toMatchObject(rest);
  });

  it('keeps the good parts of a list and of a map', () => {
    const { policy, refused } = readPolicy({
      portalHosts: ['meet.zoomgov.com', 7, 'meet.zoomgov.com'],
      checks: { a: { show: true, impact: 'odd' }, b: 1, c: { impact: 'minor' } },
      ownBaseline: {
        permissions: { expected: ['calendar-read', 'x'] },
        'two-way-sync': { expected: 'on', odd: 1 },
      },
    });
    expect(policy).toEqual({
      portalHosts: ['meet.zoomgov.com'],
      checks: { a: { show: true }, c: { impact: 'minor' } },
      ownBaseline: { 'two-way-sync': { expected: 'on' } },
    });
    expect(refused.map(({ field }) => field)).toEqual([
      'portalHosts[1]',
      'ownBaseline.permissions.expected[1]',
      'ownBaseline.two-way-sync.odd',
      'checks.a.impact',
      'checks.b',
    ]);
  });

  it('takes anything at all without an error, and one bad field never costs another', () => {
    fc.assert(
      fc.property(fc.constantFrom(...POLICY_FIELDS), fc.anything(), (name, value) => {
        const { policy } = readPolicy({ ...GOOD, [name]: value });
        for (const other of POLICY_FIELDS) if (other !== name) expect(policy[other]).toEqual(READ[other]);
      }),
    );
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const { refused } = readPolicy(value);
        expect(refused.length).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('is not changed by what it gave: reading its own reading gives the same', () => {
    const { policy } = readPolicy(GOOD);
    expect(readPolicy(policy)).toEqual({ policy, refused: [] });
    expect(readPolicy(JSON.parse('{"checks":{"__proto__":{"show":false}}}')).policy).toEqual({});
  });
});
