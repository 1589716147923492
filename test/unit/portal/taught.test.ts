// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, constantFrom, nat, property, shuffledSubarray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLocators, TEACHABLE } from '../../../utils/model/taught.ts';
import type { SettingId, TaughtLocator } from '../../../utils/model/settings.ts';
import { readPortal } from '../../../utils/portal/index.ts';
import { readSettings } from '../../../utils/portal/read-settings.ts';
import { pageOf } from '../../../utils/portal/pages.ts';
import { pointablesIn } from '../../../utils/portal/taught/teach.ts';
import { mutate, mutations } from './mutations.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/portal');
const html = (name: string) => readFileSync(join(FOLDER, `${name}.html`), 'utf8');
const urlOf = (name: string) =>
  (JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as { url: string }).url;
const parse = (text: string) => new DOMParser().parseFromString(text, 'text/html');
const NOW = 1_700_000_000_000;
const UNFAMILIAR = html('account-unfamiliar');
const URL = urlOf('account-unfamiliar');

/** Points at the row of that title. */
function teach(document: Document, setting: SettingId, title: string): TaughtLocator {
  const pointable = pointablesIn(document, []).find((one) => one.title === title && one.suits(setting));
  if (!pointable) throw new Error(`nothing to point at is called ${title}`);
  return pointable.locator(setting, 'account-settings', NOW);
}
const LESSONS: readonly (readonly [SettingId, string])[] = [
  ['third-party-integration', 'Calendar connections for members'],
  ['default-service', 'Preferred provider'],
  ['permissions', 'Scope of access'],
  ['two-way-sync', 'Keep both sides alike'],
];

describe('pointing at a control', () => {
  const document = parse(UNFAMILIAR);

  test('what can be pointed at has a title, and is each on its own', () => {
    const titles = pointablesIn(document, []).map(({ title }) => title);
    for (const [, title] of LESSONS) expect(titles).toContain(title);
    expect(new Set(pointablesIn(document, []).map(({ element }) => element)).size).toBeGreaterThan(3);
  });

  test.each(LESSONS)('%s is found where it was taught, and read', (setting, title) => {
    const locator = teach(document, setting, title);
    expect(parseLocators([JSON.parse(JSON.stringify(locator))]).locators).toEqual([locator]);
    const { recognition, settings, misfits } = readPortal(parse(UNFAMILIAR), URL, { locators: [locator] });
    expect(recognition).toBe('recognised');
    expect(settings.map(({ id, how }) => [id, how])).toEqual([[setting, 'taught']]);
    expect(settings[0]?.value).not.toBe('unknown');
    expect(misfits).toBeUndefined();
  });

  test('all lessons together', () => {
    const locators = LESSONS.map(([setting, title]) => teach(document, setting, title));
    const { settings } = readPortal(parse(UNFAMILIAR), URL, { locators });
    expect(settings.map(({ id }) => id).toSorted()).toEqual(LESSONS.map(([id]) => id).toSorted());
    expect(settings.find(({ id }) => id === 'third-party-integration')?.lock).toBe('unlocked');
  });

  test('a switch is no list: what cannot be the setting is not offered', () => {
    const lists = pointablesIn(document, []).filter((one) => one.suits('default-service'));
    expect(lists.map(({ title }) => title)).not.toContain('Keep both sides alike');
    expect(lists.map(({ title }) => title)).toContain('Preferred provider');
  });

  test('nothing of the page is touched', () => {
    const fresh = parse(UNFAMILIAR);
    const before = fresh.documentElement.outerHTML;
    pointablesIn(fresh, []);
    expect(fresh.documentElement.outerHTML).toBe(before);
  });
});

describe('a taught control', () => {
  const locator = teach(parse(UNFAMILIAR), 'two-way-sync', 'Keep both sides alike');

  test('is neither found nor missed as long as what finds it has not come', () => {
    const gone = UNFAMILIAR.replaceAll('Keep both sides alike', 'Something else');
    for (const page of [UNFAMILIAR, gone]) {
      const snapshot = readSettings('account-settings', parse(page), URL, { locators: [locator] }, null);
      expect([snapshot.recognition, snapshot.settings, snapshot.misfits]).toEqual([
        'unrecognised',
        [],
        undefined,
      ]);
    }
    expect(readPortal(parse(gone), URL, { locators: [locator] }).misfits).toEqual([locator]);
  });
  const read = (change: (document: Document, row: Element) => void, locators = [locator]) => {
    const document = parse(UNFAMILIAR);
    const title = [...document.querySelectorAll('*')].findLast((one) =>
      (one.textContent ?? '').includes('Keep both sides alike'),
    );
    const row = title?.closest('.setting-item');
    if (!row) throw new Error('no such row');
    change(document, row);
    return readPortal(document, URL, { locators });
  };
  const state = (snapshot: ReturnType<typeof read>) => [
    snapshot.settings.map(({ id }) => id),
    snapshot.misfits?.map(({ setting }) => setting) ?? [],
  ];
  const KEPT = [['two-way-sync'], []];
  const DROPPED = [[], ['two-way-sync']];

  test('stays when its value, its lock or its neighbours change', () => {
    expect(
      state(
        read((document, row) => {
          row.querySelector('[role=switch]')?.setAttribute('aria-checked', 'false');
          row.querySelector('[role=switch]')?.classList.add('is-checked');
          row.querySelector('[aria-label=Lock]')?.setAttribute('aria-label', 'Unlock');
          row.append(document.createElement('syncline-note'));
          document.querySelector('.setting-item')?.remove();
        }),
      ),
    ).toEqual(KEPT);
  });

  test('is dropped when its title is another', () => {
    const change = (_: Document, row: Element) => {
      const span = row.querySelector('.setting-item__title span');
      if (span) span.textContent = 'Keep the sides apart';
    };
    expect(state(read(change))).toEqual(DROPPED);
  });

  test('is dropped when the row is built in another way', () => {
    const change = (_: Document, row: Element) => {
      const outer = row.ownerDocument.createElement('article');
      row.replaceWith(outer);
      outer.append(row);
    };
    expect(state(read(change))).toEqual(DROPPED);
  });

  test('two that fit are none', () => {
    expect(state(read((_, row) => row.after(row.cloneNode(true))))).toEqual(DROPPED);
  });

  test('is nothing hidden', () => {
    expect(state(read((_, row) => row.setAttribute('hidden', '')))).toEqual(DROPPED);
    expect(
      state(
        read((document, row) => {
          const template = document.createElement('template');
          row.replaceWith(template);
          template.append(row);
        }),
      ),
    ).toEqual(DROPPED);
  });

  test('is missing on its own tab alone', () => {
    const change = (document: Document, row: Element) => {
      row.remove();
      document.querySelector('[role=tab][aria-selected=true]')?.setAttribute('aria-selected', 'false');
      document.querySelector('[role=tab]')?.setAttribute('aria-selected', 'true');
    };
    expect(state(read(change))).toEqual([[], []]);
    expect(state(read((_, row) => row.remove()))).toEqual(DROPPED);
  });

  test('that another choice may hide is not missing without a sign of change', () => {
    const list = teach(parse(UNFAMILIAR), 'default-service', 'Preferred provider');
    const gone = read((document) => document.querySelector('.zoom-select')?.parentElement?.remove(), [list]);
    expect(state(gone)).toEqual([[], []]);
  });

  test('counts on its own page alone', () => {
    const elsewhere = { ...locator, page: 'group-settings' } as const;
    expect(state(read(() => undefined, [elsewhere]))).toEqual([[], []]);
  });

  test('two locators that say different things are not believed', () => {
    const other = teach(parse(UNFAMILIAR), 'two-way-sync', 'Calendar connections for members');
    expect(state(read(() => undefined, [locator, other]))[0]).toEqual([]);
    const same = { ...locator, setting: 'sso-prompt' } as const;
    expect(state(read(() => undefined, [locator, same]))[0]).toEqual([]);
  });

  test('gives way to what is recognised without it', () => {
    const name = 'account-new-gen3-en-unlocked';
    const document = parse(html(name));
    const plain = readPortal(document, urlOf(name));
    const wrong = pointablesIn(document, []).find((one) => one.suits('two-way-sync'));
    if (!wrong) throw new Error('nothing to point at');
    const taught = readPortal(parse(html(name)), urlOf(name), {
      locators: [wrong.locator('two-way-sync', 'account-settings', NOW)],
    });
    expect(taught.settings.map(({ id, how, value }) => [id, how, value])).toEqual(
      plain.settings.map(({ id, how, value }) => [id, how, value]),
    );
  });
});

const STARTS = readdirSync(FOLDER)
  .filter((name) => /^(?:account|group|user)-.*\.html$/.test(name))
  .map((name) => ({ name, html: html(name.slice(0, -5)), url: urlOf(name.slice(0, -5)) }))
  .filter(({ html: text, url }) => pageOf(url) !== null && pointablesIn(parse(text), []).length > 0);

/** A mark that no look reads, so that a control can be told again whatever becomes of the page. */
const MARK = 'data-test-row';

describe('over pages that change in any way', () => {
  test('rows in another order are still the same rows', () => {
    assert(
      property(shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
        const document = parse(UNFAMILIAR);
        const all = pointablesIn(document, []).filter(({ element }) =>
          element.closest('.setting-sub,.setting-item'),
        );
        const rows = order.map((at) => all[at]?.element.closest('.setting-sub,.setting-item'));
        const pairs = all.flatMap((one) => {
          const setting = TEACHABLE['account-settings'].find((id) => one.suits(id));
          return setting ? [{ setting, one }] : [];
        });
        const first = rows[0]?.parentElement;
        for (const row of rows) if (row && row.parentElement === first) first?.append(row);
        for (const { setting, one } of pairs) {
          const { settings } = readPortal(document, URL, {
            locators: [one.locator(setting, 'account-settings', NOW)],
          });
          const found = settings.find(({ how }) => how === 'taught');
          expect(found && one.element.contains(found.control as Node), one.title).toBe(true);
        }
      }),
      { seed: 20261123, numRuns: 12 },
    );
  });

  test('a locator never fits a control of another row', () => {
    let found = 0;
    assert(
      property(constantFrom(...STARTS), nat(), nat(), mutations, (start, pick, as, changes) => {
        const page = pageOf(start.url);
        if (page === null) return;
        const document = parse(start.html);
        const all = pointablesIn(document, []);
        const one = all[pick % all.length];
        const suited = TEACHABLE[page].filter((setting) => one?.suits(setting));
        const setting = suited[as % suited.length];
        if (!one || !setting) return;
        one.element.setAttribute(MARK, '');
        const locator = one.locator(setting, page, NOW);
        mutate(document, changes);
        const { settings } = readPortal(document, start.url, { locators: [locator] });
        for (const { how, control } of settings) {
          if (how !== 'taught') continue;
          found += 1;
          // A change may have taken the mark away, or copied the row with it.
          const isOfRow = one.element.contains(control) || control.closest(`[${MARK}]`) !== null;
          expect(isOfRow, `${start.name} ${one.title}`).toBe(true);
        }
      }),
      { seed: 20261123, numRuns: 150 },
    );
    expect(found).toBeGreaterThan(10);
  });
});
