import type { GuideName } from '../model/guide.ts';
import type { DetectedSetting, SettingId } from '../model/settings.ts';
import { readDialog } from './dialog.ts';
import { titlesIn } from './dom/titles.ts';
import { titleText } from './dom/text.ts';
import { textsOf } from './dom/tree.ts';
import { createShown } from './dom/visible.ts';
import { OPTIONS } from './labels/index.ts';
import { connectButton } from './labels/profile-connection.ts';
import { integrationsSection } from './labels/section.ts';
import { mailTab } from './labels/tab.ts';
import type { Spelling } from './labels/types.ts';
import { BADGE } from './labels/words.ts';
import { mainOf } from './main.ts';
import { normalise } from './normal.ts';
import { vocabularyOf } from './vocabulary.ts';

const BADGES = new RegExp(BADGE.source, 'i');

/** A name as it is written inside a sentence: without badge, colon and what only breaks lines. */
const tidy = (text: string) =>
  text
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(BADGES, '')
    .replace(/\s*[:：*]+$/, '');

const setOf = (spellings: readonly Spelling[]) => new Set(spellings.map(({ text }) => normalise(text)));
const TAB = setOf(mailTab);
const SECTION = setOf(integrationsSection);
const CONNECT = setOf(connectButton);

/** The text of the first of these elements that is one of the spellings. */
function named(elements: Iterable<Element>, spellings: ReadonlySet<string>): string | undefined {
  for (const element of elements) {
    const text = element.textContent ?? '';
    if (text.length < 200 && spellings.has(normalise(text))) return tidy(text);
  }
  return undefined;
}

/** What the page calls one value of a choice, where it shows that now. */
function option(places: readonly Element[], id: SettingId, value: string): string | undefined {
  for (const place of places)
    for (const { data } of textsOf(place)) {
      const meant = OPTIONS.get(normalise(data));
      if (meant?.id === id && meant.value === value) return tidy(data);
    }
  return undefined;
}

/**
 * What this page calls the things a guide speaks of, in the page's own generation and language; a name it does not show now is
 * left out. Only reads.
 *
 * @param settings as they were found on the page
 */
export function shownNames(
  document: Document,
  settings: readonly DetectedSetting<Element>[],
): { readonly [Name in GuideName]?: string } {
  const main = mainOf(document) ?? document.body;
  const isShown = createShown(main);
  const elementOf = (id: SettingId) => settings.find((one) => one.id === id)?.element;
  const place = (id: SettingId) => [elementOf(id) ?? []].flat();
  const vocabulary = vocabularyOf(undefined);
  const toggle = place('third-party-integration')
    .flatMap((element) => titlesIn(element, vocabulary))
    .find(({ element, title }) => title.id === 'third-party-integration' && isShown(element));
  // Open lists hang on the body, and the profile's dialog offers the same services (portal.md 3.7 and 5.2).
  const lists = [readDialog(document)?.element ?? [], ...document.querySelectorAll('[role=listbox]')].flat();
  const names = {
    tab: named(document.querySelectorAll('[role=tab]'), TAB),
    section: named(main.querySelectorAll('a,button,[role=tab],h1,h2,h3,h4'), SECTION),
    toggle: toggle && tidy(titleText(toggle.element)),
    service: option([...place('default-service'), ...lists], 'default-service', 'office365'),
    api: option([...place('authorize-with'), ...lists], 'authorize-with', 'graph'),
    connect: place('profile-connection')
      .map((element) => named(element.querySelectorAll('button,a,[role=button]'), CONNECT))
      .find((name) => name !== undefined),
  } satisfies { readonly [Name in GuideName]: string | undefined };
  return Object.fromEntries(Object.entries(names).filter(([, name]) => name !== undefined && name !== ''));
}
