// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PageRules } from '../../../utils/model/policy.ts';
import type { PortalMeeting, PortalSnapshot, SettingId } from '../../../utils/model/settings.ts';
import { readPortal } from '../../../utils/portal/index.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/portal');

interface Expected {
  readonly url: string;
  /** What the organisation's policy says settings are called. */
  readonly labels?: PageRules['labels'];
  readonly recognition: string;
  readonly recognised: number;
  readonly expected: number;
  readonly look: string;
  readonly settings: Partial<Record<SettingId, { value: unknown; lock: string; how: string }>>;
  readonly ambiguous?: readonly SettingId[];
  /** Settings the page shows and the reader does not know there: no label, no key and no structure tells of them. */
  readonly missed?: readonly SettingId[];
  readonly zoomEmail?: string;
  readonly meetings?: readonly PortalMeeting[];
}

function page(name: string): Document {
  return new DOMParser().parseFromString(readFileSync(join(FOLDER, `${name}.html`), 'utf8'), 'text/html');
}

function plain({ settings, page: _page, ...rest }: PortalSnapshot) {
  return {
    ...rest,
    settings: Object.fromEntries(settings.map(({ id, value, lock, how }) => [id, { value, lock, how }])),
  };
}

const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -5));

describe('fixture pairs', () => {
  test.each(names)('%s', (name) => {
    const {
      url,
      labels,
      missed = [],
      ...expected
    } = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Expected;
    const document = page(name);
    const before = document.documentElement.outerHTML;
    const snapshot = readPortal(document, url, { ...(labels && { labels }) });
    expect(plain(snapshot)).toEqual(expected);
    expect(missed.filter((id) => id in expected.settings)).toEqual([]);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('every page has its answer and every answer its page', () => {
    const answers = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
    expect(answers.map((name) => name.slice(0, -5)).toSorted()).toEqual(names.toSorted());
    expect(names.length).toBeGreaterThan(60);
  });

  test.each(['en', 'fr', 'de', 'es', 'pt-BR', 'ja'])('there are pages in %s', (language) => {
    const pages = names.filter((name) => page(name).documentElement.lang === language);
    expect(pages.length).toBeGreaterThanOrEqual(2);
  });

  test('a page in another language never says anything else than the same page in English', () => {
    const translated = names.filter((name) => /-(german|spanish|portuguese)-/.test(name));
    expect(translated.length).toBeGreaterThanOrEqual(18);
    for (const name of translated) {
      const read = (of: string) => JSON.parse(readFileSync(join(FOLDER, `${of}.json`), 'utf8')) as Expected;
      const { settings, missed = [] } = read(name);
      const english = read(name.replace(/german|spanish|portuguese/, 'en')).settings;
      expect([...Object.keys(settings), ...missed].toSorted(), name).toEqual(Object.keys(english).toSorted());
      for (const [id, found] of Object.entries(settings)) {
        const same = english[id as SettingId];
        expect(found.value, `${name} ${id}`).toEqual(same?.value);
        expect([same?.lock, 'unknown'], `${name} ${id}`).toContain(found.lock);
      }
    }
  });
});

describe('where notes and consequences are to go', () => {
  const rows = names.filter((name) => /-(en|fr)-(unlocked|locked|above)$/.test(name));

  test.each(rows)('%s: each setting has its own container with its control inside', (name) => {
    const { url } = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Expected;
    const { settings } = readPortal(page(name), url);
    for (const { element, control, lockControl, id } of settings) {
      expect(element.contains(control), id).toBe(true);
      if (lockControl) expect(element.contains(lockControl), id).toBe(true);
      expect(element.closest('#the-main-content') !== element, id).toBe(true);
      const others = settings.filter((other) => other.id !== id && element.contains(other.control));
      expect(
        others.map((other) => other.id),
        id,
      ).toEqual([]);
    }
    const withLock = settings.filter(({ lockControl }) => lockControl).length;
    expect(withLock).toBe(
      name.endsWith('above') ? 0 : settings.filter(({ control }) => isSwitch(control)).length,
    );
  });
});

function isSwitch(control: Element): boolean {
  return /switch/.test(control.getAttribute('class') ?? '');
}
