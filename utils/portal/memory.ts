import type { PortalSnapshot, SettingId } from '../model/settings.ts';
import type { Controls } from './dom/controls.ts';
import { exactly, kindOf, kindWithoutTag, TAGS } from './dom/kind.ts';
import { rowOf } from './dom/row.ts';
import type { Far, Place } from './dom/sieve.ts';
import { byId, type Root } from './dom/tree.ts';
import { findUntagged, isSamePage, type Sample, sampleOf } from './dom/untagged.ts';
import { createShown } from './dom/visible.ts';
import { OPTION_STEM, SETTINGS } from './labels/index.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Candidate, Scene } from './locate/candidate.ts';
import type { Choice } from './read/choice.ts';
import { choicesOf } from './read/setting.ts';

type Snapshot = PortalSnapshot<Element>;

/** A setting's own container, all of it: what was found in it holds while it is letter for letter the same. */
interface Kept {
  readonly element: Element;
  readonly parent: Element | null;
  readonly siblings: number;
  readonly markup: string;
  /** Markup leaves out what stands in elements that have no content. */
  readonly text: string;
  /** Where a title was looked for and not found. */
  readonly around: Place | null;
  readonly shown: readonly Element[];
  /** State that does not show in markup. */
  readonly fields: readonly (HTMLInputElement | HTMLSelectElement)[];
  readonly states: readonly string[];
  readonly fieldset: Element | null;
  readonly fieldsetOff: boolean;
}

type Verdict = 'none' | 'kept' | Far;

/** One look at a page that found settings, and everything its answer rests on. */
interface Look {
  readonly url: string;
  readonly main: Element | null;
  readonly vocabulary: Vocabulary;
  readonly snapshot: Snapshot;
  readonly kept: readonly Kept[];
  readonly considered: readonly (readonly [element: Element, verdict: Verdict])[];
  readonly keyed: readonly (Element | undefined)[];
  /** Renewed when the page around our settings changed and nothing of ours did. */
  sample: Sample;
}

/** Null after a first look: it is kept from the second on, for many a page is looked at once. */
const looks = new WeakMap<Root, Look | null>();

/** What stands at the keys of settings, wherever that is on the page. */
function keyed(root: Root): (Element | undefined)[] {
  return SETTINGS.flatMap(({ keys = [] }) =>
    keys.flatMap((key) => [byId(root, `feature-${key}`)[0], byId(root, key)[0]]),
  );
}

const stateOf = (field: HTMLInputElement | HTMLSelectElement) =>
  'checked' in field && field.type !== 'text' ? String(field.checked) : field.value;

/**
 * The answer of the last look, if nothing has changed that it rests on: the containers of what was found are the same
 * in markup, form state and visibility, and the texts around all other controls are the same.
 * @returns the very same object, so that a caller may know by it; null when the page must be read again
 */
export function recall(root: Root, url: string, vocabulary: Vocabulary): Snapshot | null {
  const look = looks.get(root);
  if (!look || look.url !== url || look.vocabulary !== vocabulary || !('getElementsByTagName' in root))
    return null;
  const same =
    keptAll(look) && consideredAll(root, look) && keyed(root).every((one, at) => one === look.keyed[at]);
  if (!same) looks.set(root, null);
  return same ? look.snapshot : null;
}

function keptAll({ kept, main }: Look): boolean {
  const isShown = createShown(main);
  return kept.every(
    (one) =>
      one.element.outerHTML === one.markup &&
      one.element.textContent === one.text &&
      one.around?.element.textContent === one.around?.text &&
      one.element.parentElement === one.parent &&
      (one.parent?.childElementCount ?? 0) === one.siblings &&
      one.fields.every((field, at) => stateOf(field) === one.states[at]) &&
      (one.fieldset?.hasAttribute('disabled') ?? false) === one.fieldsetOff &&
      one.shown.every(isShown),
  );
}

function consideredAll(root: Document | Element, look: Look): boolean {
  const { considered } = look;
  const texts = new Map<Place, boolean>();
  const sameText = (place: Place) => {
    let same = texts.get(place);
    if (same === undefined) texts.set(place, (same = place.element.textContent === place.text));
    return same;
  };
  const holds = (element: Element, verdict: Verdict, kind: typeof kindOf): boolean => {
    if (verdict === 'kept') return true;
    if (verdict === 'none') return kind(element) === null;
    if (verdict.kind !== undefined) {
      const now = kind(element);
      if (now === null || exactly(element, now) !== verdict.kind) return false;
    }
    return (
      sameText(verdict.upTo) &&
      element.getAttribute('aria-label') === verdict.name &&
      element.getAttribute('aria-labelledby') === verdict.namedBy
    );
  };
  let next = 0;
  for (const tag of TAGS) {
    const list = root.getElementsByTagName(tag);
    for (let at = 0; at < list.length; at += 1, next += 1) {
      const before = considered[next];
      if (!before || before[0] !== list[at] || !holds(before[0], before[1], kindOf)) return false;
    }
  }
  const rest = considered.slice(next);
  if (!isSamePage(root, look.sample)) {
    const now = findUntagged(root);
    if (now.length !== rest.length || now.some(([element], at) => element !== rest[at]?.[0])) return false;
    look.sample = sampleOf(root);
  }
  return rest.every(([element, verdict]) => element.isConnected && holds(element, verdict, kindWithoutTag));
}

/** A longer text is dearer to compare than what it saves. */
const LONGEST = 20_000;

/** As far up as titles are looked for above a group of options. */
function above(group: Element, main: Element | null): Place {
  let at = group;
  for (let up = 0; up < 3 && at !== main && at.parentElement; up += 1) at = at.parentElement;
  return { element: at, text: at.textContent };
}

/** Whether everything a control is named by stands inside that place. */
function isNamedIn(place: Element, control: Element): boolean {
  const ids = control.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  return ids.every((id) => id === '' || byId(place, id).length > 0);
}

/** What `remember` needs of a look. */
export interface Looked {
  readonly scene: Scene;
  readonly url: string;
  readonly considered: Controls['considered'];
  readonly found: ReadonlyMap<SettingId, Candidate>;
  readonly choices: readonly Choice[];
  readonly snapshot: Snapshot;
}

/** Whether a look at that root is kept: from the second on. */
export const keepsLook = (root: Root): boolean => looks.has(root);

/** Keeps a look whose answer rests on nothing but what `recall` checks; any other is forgotten. */
export function remember({ scene, url, considered, found, choices, snapshot }: Looked): void {
  const { root, main, names, vocabulary } = scene;
  if (!('getElementsByTagName' in root)) return;
  const keeps = keepsLook(root);
  looks.set(root, null);
  if (!keeps) return;
  if (snapshot.recognition !== 'recognised' || snapshot.settings.length === 0 || snapshot.ambiguous) return;
  const kept: Kept[] = [];
  for (const { id, how, element, control } of snapshot.settings) {
    const candidate = found.get(id);
    const own = [...(candidate?.own ?? []), ...choicesOf(id, choices).map((choice) => choice.control)];
    const inside = own.every((one) => element.contains(one.host) && isNamedIn(element, one.element));
    const around = how === 'structure' && candidate ? above(candidate.row, main) : null;
    if (!candidate || !inside || (around && around.text.length > LONGEST)) return;
    const fields = [...element.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input,select')];
    const fieldset = element.closest('fieldset');
    kept.push({
      element,
      parent: element.parentElement,
      siblings: element.parentElement?.childElementCount ?? 0,
      markup: element.outerHTML,
      text: element.textContent,
      around,
      shown: [control, candidate.row],
      fields,
      states: fields.map(stateOf),
      fieldset,
      fieldsetOff: fieldset?.hasAttribute('disabled') ?? false,
    });
  }
  const verdicts: [Element, Verdict][] = [];
  for (const [element, verdict] of considered) {
    const now =
      verdict !== 'near'
        ? verdict
        : kept.some((one) => one.element.contains(element))
          ? 'kept'
          : plain(element);
    if (now === null) return;
    verdicts.push([element, now]);
  }
  const sample = sampleOf(root);
  looks.set(root, {
    url,
    main,
    vocabulary,
    snapshot,
    kept,
    considered: verdicts,
    keyed: keyed(root),
    sample,
  });

  /** A control near known words that is none of ours, when nothing but the text around it says so. */
  function plain(element: Element): Far | null {
    const control = scene.controls.find((one) => one.element === element || one.host.contains(element));
    const row = control && rowOf(control.host, main);
    if (!control || !row || !isNamedIn(row, element) || !scene.isShown(control.host)) return null;
    if (element.id !== '' && !element.closest('label')) return null;
    // What an option is called, and which pair it makes, may hang on other options further up than its row.
    if (control.kind === 'radio' && OPTION_STEM.test(row.textContent)) return null;
    if (scene.titlesIn(row).length > 0 || names.of(control.element).length > row.textContent.length)
      return null;
    const upTo = { element: row, text: row.textContent };
    const namedBy = element.getAttribute('aria-labelledby');
    return { name: element.getAttribute('aria-label'), namedBy, upTo, kind: control.kind };
  }
}
