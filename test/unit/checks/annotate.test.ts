import { describe, expect, it } from 'vitest';
import { annotate, CHECKS, CONSEQUENCES, consequencesOf, runChecks } from '../../../utils/checks/index.ts';
import type { FactBook, PortalFact } from '../../../utils/model/facts.ts';
import type { Level, SettingReading } from '../../../utils/model/settings.ts';
import { HOUR, NOW, settingsOf } from './fixtures.ts';

function notesOn(
  values: Record<string, unknown>,
  options: {
    lock?: string;
    level?: Level;
    facts?: FactBook;
    hidden?: string[];
  } = {},
) {
  const { lock = 'unlocked', level = 'account', facts = {} } = options;
  const settings = settingsOf(values, lock);
  const readings = Object.entries(settings).map(
    ([id, reading]) => ({ id, ...(reading as PortalFact['settings']['two-way-sync']) }) as SettingReading,
  );
  const findings = runChecks(CHECKS, { settings, facts, now: NOW, level });
  return annotate({ findings, settings: readings, hidden: new Set(options.hidden), level, now: NOW });
}
const drawn = (values: Record<string, unknown>, options = {}) =>
  notesOn(values, options).flatMap(({ notes }) =>
    notes.map(({ key, form, kind, folded }) => `${key} ${form} ${kind}${folded ? ' folded' : ''}`),
  );

describe('annotate', () => {
  it.each([
    ['an error in red', { 'authorize-with': 'ews' }, ['ews-retirement@account box error']],
    ['a pass in one line', { 'authorize-with': 'graph' }, ['ews-retirement@account line pass']],
    ['advice', { 'sso-prompt': 'first-sign-in' }, ['sso-prompt-once@account box advice']],
    [
      'no verdict where rule books disagree',
      { 'third-party-integration': 'on' },
      ['integration-baseline@account box plain'],
    ],
    ['nothing where the value could not be read', { 'authorize-with': 'unknown' }, []],
  ])('draws %s', (_what, values, notes) => {
    expect(drawn(values)).toEqual(notes);
  });

  it('opens the worst note of a setting and folds the others to their titles', () => {
    expect(drawn({ 'setup-method': 'oauth' })).toEqual([
      'admin-approval@account box warn',
      'oauth-lifetime@account box advice folded',
    ]);
  });

  it('draws one pass line a setting at most, and none beside a box', () => {
    expect(drawn({ permissions: ['calendar-read', 'calendar-write'] })).toEqual([
      'calendar-write@account line pass',
    ]);
    expect(drawn({ permissions: ['calendar-write', 'contacts-read'] })).toEqual([
      'contacts-asked@account box advice',
    ]);
  });

  it('leaves out what the person hid, and lets the next note open', () => {
    expect(drawn({ 'setup-method': 'oauth' }, { hidden: ['admin-approval@account'] })).toEqual([
      'oauth-lifetime@account box advice',
    ]);
    expect(drawn({ 'setup-method': 'oauth' }, { hidden: ['admin-approval@group'] })).toHaveLength(2);
  });

  it('draws one grey line where a higher level decides, and no consequence of acts nobody can do here', () => {
    const [placed] = notesOn({ 'third-party-integration': 'on' }, { lock: 'locked-above', level: 'group' });
    expect(placed?.notes.map(({ key, kind }) => [key, kind])).toEqual([
      ['decided-above-third-party-integration@group', 'dim'],
    ]);
    expect(placed?.notes[0]?.before).toEqual([]);
    expect(placed?.lock).toBeUndefined();
  });

  it('carries what a change would do under the note, for the value as it stands', () => {
    const before = (value: string) =>
      notesOn({ 'authorize-with': value })[0]?.notes[0]?.before.map(({ id }) => id);
    expect(before('ews')).toEqual(['to-graph']);
    expect(before('graph')).toEqual(['to-ews']);
  });

  it('gives an open padlock its panel, and a closed one none', () => {
    const lock = (state: string) => notesOn({ 'third-party-integration': 'on' }, { lock: state })[0]?.lock;
    expect(lock('unlocked')).toMatchObject({ id: 'lock-third-party-integration' });
    expect(lock('locked')).toBeUndefined();
    expect(notesOn({ 'two-way-sync': 'on' })[0]?.lock).toBeUndefined();
  });

  it('says how old the oldest fact is, and how sure it is', () => {
    const facts: FactBook = {
      'microsoft/trouble': {
        value: { error: { code: 'AADSTS90094', who: 'blocked' }, step: 'calendar' },
        source: 'microsoft-entra',
        observedAt: NOW - 2 * HOUR,
        goodFor: 24 * HOUR,
      },
    };
    const [note] = notesOn({ 'setup-method': 'oauth' }, { facts })[0]?.notes ?? [];
    expect(note?.certainty).toBe('likely');
    expect(note?.seen).toEqual({
      key: 'note_seen_facts',
      params: { age: { key: 'age_hours', params: { count: 2 } } },
    });
    const [sure] = notesOn({ 'authorize-with': 'ews' })[0]?.notes ?? [];
    expect(sure?.certainty).toBeUndefined();
    expect(sure?.seen).toEqual({ key: 'note_seen_setting', params: { age: { key: 'age_now' } } });
  });

  it('gives equal instructions for an equal page, so that nothing is redrawn', () => {
    const page = { 'setup-method': 'oauth', 'two-way-sync': 'on', 'authorize-with': 'ews' };
    expect(JSON.stringify(notesOn(page))).toBe(JSON.stringify(notesOn(page)));
  });
});

describe('the consequences', () => {
  it('from none no service is left, whichever is chosen', () => {
    const ids = (value: string) =>
      consequencesOf({ setting: 'default-service', value, level: 'account' }, CONSEQUENCES)
        .filter(({ act }) => act === 'change')
        .map(({ id }) => id);
    expect(ids('none')).toEqual([]);
    expect(ids('google')).toEqual(['default-service-change']);
  });

  it('have ids of their own, words for every fate, and sources', () => {
    expect(new Set(CONSEQUENCES.map(({ id }) => id)).size).toBe(CONSEQUENCES.length);
    for (const { id, sources, words } of CONSEQUENCES) {
      expect(sources.length, id).toBeGreaterThan(0);
      expect(words.why, id).toBeDefined();
    }
  });
});
