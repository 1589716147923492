import { assert as check, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  OPTION_STEM,
  OPTIONS,
  PROFILE_TITLES,
  SETTINGS,
  STEM,
  TITLES,
} from '../../../utils/portal/labels/index.ts';
import { connectButton } from '../../../utils/portal/labels/profile-connection.ts';
import { integrationsSection } from '../../../utils/portal/labels/section.ts';
import { mailTab } from '../../../utils/portal/labels/tab.ts';
import type { Spelling } from '../../../utils/portal/labels/types.ts';
import { normalise } from '../../../utils/portal/normal.ts';

const titles = SETTINGS.flatMap(({ labels, box }) => [...labels, ...(box?.labels ?? [])]);
const options = SETTINGS.flatMap((setting) => Object.values(setting.options ?? {}).flat());
const all: Spelling[] = [...titles, ...options, ...connectButton, ...integrationsSection, ...mailTab];

describe('label data', () => {
  test.each(all.map((spelling) => [spelling.text, spelling] as const))(
    '"%s" says where it comes from',
    (_, spelling) => {
      expect(spelling.evidence).not.toBe('');
      expect(spelling.date).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(Intl.getCanonicalLocales(spelling.language)).toEqual([spelling.language]);
      expect([1, 2, 3]).toContain(spelling.generation);
    },
  );

  test('French is a seed only: no French spelling claims to be verified', () => {
    const french = all.filter(({ language }) => language === 'fr');
    expect(french.length).toBeGreaterThan(8);
    expect(french.filter(({ verified }) => verified)).toEqual([]);
  });

  test('a title means one setting, an option one value', () => {
    const owners = new Map<string, Set<string>>();
    for (const { id, labels, box } of SETTINGS) {
      if (id === 'profile-connection') continue;
      for (const { text } of [...labels, ...(box?.labels ?? [])]) {
        const key = normalise(text);
        owners.set(key, (owners.get(key) ?? new Set()).add(id));
      }
    }
    expect([...owners].filter(([, ids]) => ids.size > 1)).toEqual([]);
    const values = new Map<string, Set<string>>();
    for (const { id, options: own = {} } of SETTINGS) {
      for (const [value, spellings] of Object.entries(own)) {
        for (const { text } of spellings) {
          const key = normalise(text);
          values.set(key, (values.get(key) ?? new Set()).add(`${id}=${value}`));
        }
      }
    }
    expect([...values].filter(([, meanings]) => meanings.size > 1)).toEqual([]);
  });

  test('the cheap sieves let every label through, composed or decomposed', () => {
    for (const { text } of titles) {
      expect(STEM.test(text), text).toBe(true);
      expect(STEM.test(text.normalize('NFD')), text).toBe(true);
    }
    for (const { text } of options) expect(OPTION_STEM.test(text.normalize('NFD')), text).toBe(true);
  });

  test('two settings have no public label and so no title', () => {
    const silent = SETTINGS.filter(({ labels }) => labels.length === 0).map(({ id }) => id);
    expect(silent).toEqual(['domain-restriction', 'reconnect-reminders']);
  });

  test('lookups hold the three generations of the master switch and of the profile section', () => {
    for (const text of [
      'Integrate third-party mail and calendar services',
      'Calendar and contacts integration',
      'Calendar and Contact Integration',
    ]) {
      expect(TITLES.get(normalise(text))?.id).toBe('third-party-integration');
    }
    expect(PROFILE_TITLES.get(normalise('Calendar and Contact Integration'))?.id).toBe('profile-connection');
    expect(OPTIONS.get(normalise('Exchange Web Services (EWS)'))).toEqual({
      id: 'authorize-with',
      value: 'ews',
    });
  });
});

describe('normalise', () => {
  test.each([
    ['Authorize with:', 'authorize with'],
    ['Autoriser avec\u00a0:', 'autoriser avec:'],
    ['Qui peut configurer l’intégration :', "Qui peut configurer l'intégration:"],
    [
      'Choose default calendar and contact services for users',
      'Choose  default calendar\nand contacts service for users',
    ],
    ['Bi\u2011directional\u00ad', 'bi-directional'],
    ['Zoom と連携：', 'ｚｏｏｍ と連携'],
    ['e\u0301', 'É'],
  ])('"%s" and "%s" are one spelling', (one, other) => {
    expect(normalise(one)).toBe(normalise(other));
  });

  test('is idempotent', () => {
    check(
      property(string({ unit: 'grapheme' }), (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
      }),
    );
  });
});
