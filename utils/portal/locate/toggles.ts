import type { SettingId } from '../../model/settings.ts';
import type { Control } from '../dom/controls.ts';
import { type DrawnTitle, leadingTitle, titleOf } from '../dom/titles.ts';
import { commonAncestor, isOwn } from '../dom/tree.ts';
import { rowOf } from '../dom/row.ts';
import { DEEPEST, titleText } from '../dom/text.ts';
import { SETTINGS, type Title } from '../labels/index.ts';
import { STATE_WORDS } from '../labels/words.ts';
import { normalise } from '../normal.ts';
import type { Candidate, Scene } from './candidate.ts';

const LISTS = new Set<SettingId>(['default-service', 'authorize-with', 'setup-method']);

/** A title fits a control when the setting can be drawn that way: a list for a choice, a toggle for the rest. */
function fits(title: Title, { kind }: Control): boolean {
  if (kind === 'select') return LISTS.has(title.id) && !title.box;
  return title.id !== 'permissions' && (title.box === true || !LISTS.has(title.id));
}

/** Name given by markup; a name that is no known title and no mere state says that the control is something else. */
function byName(control: Control, { names, vocabulary: { stem, titles } }: Scene): Title | 'other' | null {
  const name = names.of(control.element);
  const title = stem.test(name) ? titleOf(name, titles) : undefined;
  if (title) return title;
  const explicit = control.element.getAttribute('aria-label');
  return explicit && control.kind !== 'select' && !STATE_WORDS.has(normalise(explicit)) ? 'other' : null;
}

const before = (one: Node, other: Node) => (one.compareDocumentPosition(other) & 4) !== 0;

/** The title of a control by what stands in its row. */
function byRow(control: Control, row: Element, scene: Scene): DrawnTitle | null {
  const titles = scene.titlesIn(row);
  if (titles.length === 0) return null;
  const peers = scene.controls.filter(({ kind, host }) => kind === control.kind && row.contains(host));
  const leading = leadingTitle(row, titles, control.host);
  if (peers[0] === control && leading && fits(leading.title, control)) return leading;
  // Several controls in one flat container: the last title before this one, if titles come before their controls there.
  const first = peers[0];
  const opening = firstText(row);
  if (!first || !opening || !before(opening, first.host)) return null;
  const last = titles.findLast(({ element }) => before(element, control.host));
  if (!last || !fits(last.title, control)) return null;
  const between = peers.some((peer) => before(last.element, peer.host) && before(peer.host, control.host));
  return between ? null : last;
}

function firstText(row: Node, depth = 0): Text | undefined {
  for (let node = row.firstChild; node; node = node.nextSibling) {
    const text =
      node.nodeType === 3 ? (node as Text) : depth < DEEPEST ? firstText(node, depth + 1) : undefined;
    if (text && text.data.trim() !== '') return text;
  }
  return undefined;
}

const WORDS = SETTINGS.flatMap(({ id, words }) =>
  words ? [{ id, tests: words.map((word) => new RegExp(word, 'i')) }] : [],
);

/** Settings that are only described in public: all the words in the title of a row with one switch. */
function byWords(control: Control, row: Element, { names }: Scene): SettingId | null {
  const name = control.element.hasAttribute('aria-label') ? names.of(control.element) : '';
  const about = (words: string) => WORDS.find(({ tests }) => tests.every((test) => test.test(words)));
  // What the whole row does not say, its title does not.
  if (!about(`${row.textContent} ${name}`)) return null;
  const opening = firstText(row)?.parentElement;
  const words = `${opening ? titleText(opening) : ''} ${name}`;
  // Scheduler has reminders of its own (portal.md 3.8).
  return (!/scheduler/i.test(words) && about(words)?.id) || null;
}

/** Candidates among toggles, boxes and lists: by name, then by the title of their row, then by words of that title. */
export function toggleCandidates(scene: Scene): Candidate[] {
  const candidates: Candidate[] = [];
  for (const control of scene.controls) {
    // A form control may be hidden by style behind what is drawn in its place, so its parent is asked; an attribute is meant.
    const { kind, host } = control;
    if (kind === 'radio' || isOwn(host) || host.matches('[hidden],template')) continue;
    const found = candidateOf(control, scene);
    if (found && scene.isShown(control.host.parentElement ?? control.host)) candidates.push(found);
  }
  return candidates;
}

function candidateOf(control: Control, scene: Scene): Candidate | null {
  const named = byName(control, scene);
  const row = rowOf(control.host, scene.main);
  const own = [control];
  if (named && named !== 'other') {
    if (!fits(named, control)) return null;
    const drawn = row ? scene.titlesIn(row).find(({ title }) => title.id === named.id) : undefined;
    const place = drawn ? commonAncestor([drawn.element, control.host]) : (control.host.parentElement ?? row);
    return place && { how: 'label', ...named, row: place, own };
  }
  if (!row) return null;
  const drawn = named === 'other' ? null : byRow(control, row, scene);
  if (drawn && scene.isShown(drawn.element)) {
    const place = commonAncestor([drawn.element, control.host]) ?? row;
    return { how: 'label', ...drawn.title, row: place, own };
  }
  if (control.kind !== 'switch') return null;
  const id = byWords(control, row, scene);
  return id && { id, how: 'structure', row, own };
}
