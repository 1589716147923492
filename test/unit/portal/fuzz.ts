import { assert as check, constantFrom, property } from 'fast-check';
import type {
  DetectedSetting,
  PageId,
  PortalSnapshot,
  ProfileConnection,
} from '../../../utils/model/settings.ts';
import { readDialog, readPortal, skeletonOf } from '../../../utils/portal/index.ts';
import { BY_ID } from '../../../utils/portal/labels/index.ts';
import type { Spelling } from '../../../utils/portal/labels/types.ts';
import { normalise } from '../../../utils/portal/normal.ts';
import { pageOf } from '../../../utils/portal/pages.ts';
import { readPage } from '../../../utils/portal/read-portal.ts';
import { mutate, mutations } from './mutations.ts';

/** A fixture as the fuzz begins with it. */
export interface Start {
  readonly name: string;
  readonly html: string;
  readonly url: string;
}

/** How a page is put up: parsed only, or in a frame where a browser draws it. */
export interface Stage {
  readonly parse: (html: string) => Document;
  /** The same page again, in a document that no look has seen. */
  readonly copy: (document: Document) => Document;
}

/** Parsed documents: enough for an engine without a layout. */
export const PARSED: Stage = {
  parse: (html) => new DOMParser().parseFromString(html, 'text/html'),
  copy: (document) => document.cloneNode(true) as Document,
};

const stateOf = (document: Document) =>
  `${document.documentElement.outerHTML}${[...document.querySelectorAll('input')].map(({ checked }) => checked).join()}`;

/** Everything an element says: text, names and values, in the form labels are compared in. */
function saidBy(element: Element): string {
  const parts = [element, ...element.querySelectorAll('*')].flatMap((one) =>
    ['aria-label', 'value', 'title'].map((name) => one.getAttribute(name) ?? ''),
  );
  return normalise(`${element.textContent ?? ''} ${parts.join(' ')}`).replace(/\s/g, '');
}

function states(element: Element): { on: number; off: number } {
  let on = 0;
  let off = 0;
  for (const one of [element, ...element.querySelectorAll('*')]) {
    const told = ['aria-checked', 'aria-selected', 'aria-pressed'].map((name) => one.getAttribute(name));
    const ticked = one.localName === 'input' ? (one as HTMLInputElement).checked : undefined;
    if (told.includes('true') || ticked === true || /checked/.test(one.getAttribute('class') ?? '')) on += 1;
    if (told.includes('false') || ticked === false) off += 1;
  }
  return { on, off };
}

const says = (element: Element, spellings: readonly Spelling[] = []) =>
  spellings.some(({ text }) => saidBy(element).includes(normalise(text).replace(/\s/g, '')));

/** A second, cruder reading: whether the page shows what was reported at all. */
function isBacked({ id, value, element, control, lockControl }: DetectedSetting<Element>): boolean {
  if (!element.contains(control) || (lockControl && !element.contains(lockControl))) return false;
  // What hides the whole content is for the engine to say, and is asked in a real browser only.
  const hidden = control.closest('template,[hidden],syncline-note');
  if (hidden && !hidden.querySelector('#the-main-content,main,[role=main],#app')) return false;
  if (value === 'unknown') return true;
  const labels = BY_ID.get(id);
  const { on, off } = states(element);
  if (Array.isArray(value)) return on >= value.length;
  if (id === 'profile-connection') {
    const { email } = value as ProfileConnection;
    return email === undefined || (element.textContent ?? '').toLowerCase().includes(email);
  }
  if (value === 'on') return on > 0;
  if (value === 'off') return off > 0;
  if (labels?.box && says(element, labels.box.labels))
    return (value === labels.box.ticked ? on : off) > 0 || says(element, labels.options?.[value as string]);
  return says(element, labels?.options?.[value as string]);
}

const plain = ({ settings, ...rest }: PortalSnapshot<Element>) =>
  JSON.stringify({
    ...rest,
    settings: settings.map(({ id, value, lock, how }) => ({ id, value, lock, how })),
  });

function same(one: unknown, other: unknown, what: string): void {
  if (one !== other) throw new Error(`${what}\n  ${String(one)}\n  ${String(other)}`);
}

/** No exception, no trace, and no value the page does not show, however the page was bent. */
export function checkUnseen(starts: readonly Start[], numRuns: number, { parse }: Stage): void {
  const runs = property(constantFrom(...starts), mutations, ({ html, url }, changes) => {
    const document = parse(html);
    mutate(document, changes);
    const before = stateOf(document);
    const snapshot = readPage(pageOf(url) as PageId, document, url, {});
    readDialog(document);
    skeletonOf(document, { page: snapshot.page ?? 'meetings', language: 'en', recognised: 0, expected: 0 });
    same(stateOf(document), before, 'written to the page');
    const invented = snapshot.settings.filter((setting) => !isBacked(setting));
    same(JSON.stringify(invented.map(({ id, value }) => [id, value])), '[]', 'not shown by the page');
    same(new Set(snapshot.settings.map(({ id }) => id)).size, snapshot.settings.length, 'told twice');
  });
  check(runs, { numRuns, seed: 20_261_123, includeErrorInReport: true });
}

/**
 * An answer that was kept from an earlier look is the answer of a first look.
 * @returns how many answers were kept
 */
export function checkKept(starts: readonly Start[], numRuns: number, { parse, copy }: Stage): number {
  let kept = 0;
  const look = (document: Document, url: string) => {
    const answers = [1, 2, 3].map(() => readPortal(document, url));
    if (answers[1] === answers[2]) kept += 1;
    return answers.map(plain);
  };
  const runs = property(constantFrom(...starts), mutations, ({ html, url }, changes) => {
    const document = parse(html);
    look(document, url);
    for (const change of changes) {
      mutate(document, [change]);
      const fresh = copy(document);
      const boxes = [...document.querySelectorAll('input')];
      for (const [at, input] of [...fresh.querySelectorAll('input')].entries())
        input.checked = boxes[at]?.checked ?? false;
      const first = plain(readPortal(fresh, url));
      for (const answer of look(document, url)) same(answer, first, 'kept wrongly');
    }
  });
  check(runs, { numRuns, seed: 20_261_124, includeErrorInReport: true });
  return kept;
}
