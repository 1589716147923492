// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPolicy } from '../../../utils/model/policy-reading.ts';
import type { PageRules } from '../../../utils/model/policy.ts';
import { readDialog, readPortal, skeletonOf } from '../../../utils/portal/index.ts';
import { STEM, TITLES } from '../../../utils/portal/labels/index.ts';
import { vocabularyOf } from '../../../utils/portal/vocabulary.ts';
import { normalise } from '../../../utils/portal/normal.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/portal');
const ACCOUNT = 'https://zoom.us/account/setting?tab=zoomMailCalendar';
const PROFILE = 'https://zoom.us/profile';
const KNOWN = 'Integrate third-party mail and calendar services';
const OURS = 'Keep both sides alike';

const parse = (text: string) => new DOMParser().parseFromString(text, 'text/html');
const file = (name: string) => parse(readFileSync(join(FOLDER, `${name}.html`), 'utf8'));
const item = (title: string, control = '') =>
  `<div class="item"><p>${title}</p><label class="zm-switch is-checked"><input type="checkbox" checked ${control}></label></div>`;
const pageOf = (...titles: readonly string[]) =>
  parse(`<main>${titles.map((one) => item(one)).join('')}</main>`);
const read = (document: Document, labels?: PageRules['labels'], url = ACCOUNT) =>
  readPortal(document, url, { ...(labels && { labels }) });
const found = (document: Document, labels?: PageRules['labels']) =>
  read(document, labels).settings.map(({ id, value, how }) => [id, value, how]);

describe('labels of the organisation', () => {
  test('make a page readable that nothing else does, and are told apart from ours', () => {
    expect(read(file('account-unfamiliar')).recognition).toBe('unrecognised');
    const labels = {
      'third-party-integration': ['Calendar connections for members'],
      'default-service': ['Preferred provider'],
      permissions: ['Scope of access'],
      'two-way-sync': [OURS],
    };
    const { recognition, recognised, settings } = read(file('account-unfamiliar'), labels);
    expect([recognition, recognised]).toEqual(['recognised', 2]);
    expect(settings.map(({ id, value, how }) => [id, value, how])).toEqual(
      expect.arrayContaining([
        ['third-party-integration', 'on', 'policy'],
        ['default-service', 'office365', 'policy'],
        ['two-way-sync', 'off', 'policy'],
        ['permissions', ['calendar-read', 'calendar-write', 'contacts-read', 'contacts-write'], 'policy'],
      ]),
    );
  });

  test('a setting no label is known of is found by one', () => {
    const labels = { 'domain-restriction': ['Only these domains'] };
    expect(found(pageOf('Only these domains'))).toEqual([]);
    expect(found(pageOf('Only these domains'), labels)).toEqual([['domain-restriction', 'on', 'policy']]);
  });

  test('the section of the profile too', () => {
    const labels = { 'profile-connection': ['Linked calendars'] };
    expect(read(file('profile-unfamiliar'), undefined, PROFILE).settings).toEqual([]);
    const [section] = read(file('profile-unfamiliar'), labels, PROFILE).settings;
    expect([section?.id, section?.how]).toEqual(['profile-connection', 'policy']);
  });

  test.each([
    ['other case, colon and badge', 'KEEP BOTH SIDES ALIKE: New', OURS],
    ['a label beside the control', '<span aria-hidden="true"></span>', OURS],
    ['a longer title than any of ours', 'long '.repeat(38).trim(), 'long '.repeat(38).trim()],
    ['Japanese, decomposed', '両側のデータを合わせる'.normalize('NFD'), '両側のデータを合わせる'],
    ['Korean', '양쪽을 같게 유지', '양쪽을 같게 유지'],
    ['signs of a pattern', 'Sync (a|b)* [^x] $', 'Sync (a|b)* [^x] $'],
    ['a plural', 'Mirrored service', 'Mirrored services'],
  ])('are found through every sieve: %s', (_, title, label) => {
    const document = parse(
      `<main>${title.startsWith('<') ? item(title, `aria-label="${label}"`) : item(title)}</main>`,
    );
    expect(found(document)).toEqual([]);
    expect(found(document, { 'two-way-sync': [label] })).toEqual([['two-way-sync', 'on', 'policy']]);
  });

  test('whatever the label, the sieve lets it through', () => {
    assert(
      property(string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (text) => {
        const { titles, stem } = vocabularyOf({ 'two-way-sync': [text] });
        if (!titles.has(normalise(text)) || TITLES.has(normalise(text))) return;
        const own = new RegExp(stem.source.slice(STEM.source.length + 1), 'i');
        expect(own.test(text.normalize('NFKC'))).toBe(true);
        expect(own.test('')).toBe(false);
      }),
      { seed: 20261123, numRuns: 500 },
    );
  });
});

describe('two matches are no match', () => {
  test('the same title twice', () => {
    const { settings, ambiguous } = read(pageOf(KNOWN, OURS, OURS), { 'two-way-sync': [OURS] });
    expect(settings.map(({ id }) => id)).toEqual(['third-party-integration']);
    expect(ambiguous).toEqual(['two-way-sync']);
  });

  test('one of ours and one of theirs, in two places', () => {
    const { settings, ambiguous } = read(pageOf(KNOWN, OURS), { 'third-party-integration': [OURS] });
    expect(settings).toEqual([]);
    expect(ambiguous).toEqual(['third-party-integration']);
  });

  test('one title for two settings', () => {
    const labels = { 'two-way-sync': [OURS], 'domain-restriction': [OURS.toUpperCase()] };
    expect(found(pageOf(KNOWN, OURS), labels)).toEqual([['third-party-integration', 'on', 'label']]);
  });
});

describe('what cannot be a title', () => {
  test('a known title keeps its meaning', () => {
    expect(found(pageOf(KNOWN), { 'two-way-sync': [KNOWN] })).toEqual([
      ['third-party-integration', 'on', 'label'],
    ]);
  });

  test('states and mere signs', () => {
    const { titles, stem } = vocabularyOf({ 'two-way-sync': ['On', '***', ''] });
    expect([titles.size, stem.source]).toEqual([TITLES.size, STEM.source]);
    expect(readPolicy({ labels: { 'two-way-sync': ['***', OURS] } })).toEqual({
      policy: { labels: { 'two-way-sync': [OURS] } },
      refused: [{ field: 'labels.two-way-sync[0]', reason: 'wrong-value' }],
    });
  });

  test('the longest list a policy may hold is read by, a longer one refused whole', () => {
    const many = Array.from({ length: 20 }, (_, at) => `${'x'.repeat(190)} ${at}`);
    const { policy, refused } = readPolicy({
      labels: { 'two-way-sync': many, 'sso-prompt': [...many, 'y'] },
    });
    expect(refused).toEqual([{ field: 'labels.sso-prompt', reason: 'too-long' }]);
    expect(found(pageOf(KNOWN, many[7] ?? ''), policy.labels)).toEqual([
      ['third-party-integration', 'on', 'label'],
      ['two-way-sync', 'on', 'policy'],
    ]);
  });
});

test('an answer is kept while the labels are the same, and no longer', () => {
  const document = pageOf(KNOWN, OURS);
  const labels = { 'two-way-sync': [OURS] };
  const ids = (snapshot: ReturnType<typeof read>) => snapshot.settings.map(({ id }) => id);
  const [, second, third] = [read(document), read(document), read(document)];
  expect(third).toBe(second);
  expect(ids(read(document, labels))).toEqual(['third-party-integration', 'two-way-sync']);
  const kept = read(document, labels);
  expect(read(document, labels)).toBe(kept);
  expect(ids(read(document, { 'two-way-sync': ['Something else'] }))).toEqual(['third-party-integration']);
  expect(ids(read(document))).toEqual(['third-party-integration']);
});

test('an outline says no word of theirs', () => {
  const document = pageOf(KNOWN, OURS);
  read(document, { 'two-way-sync': [OURS] });
  const outline = skeletonOf(document, {
    page: 'account-settings',
    language: 'en',
    recognised: 2,
    expected: 2,
  });
  expect(outline).toContain(KNOWN);
  expect(outline).not.toContain('alike');
});

test('a short word of theirs does not name a dialog', () => {
  const document = parse(
    '<body><main></main><div role="dialog"><h2>Enable this for all users</h2><button>Enable</button></div></body>',
  );
  read(document, { 'two-way-sync': ['users'] });
  expect(readDialog(document)?.titleSetting).toBeUndefined();
});
