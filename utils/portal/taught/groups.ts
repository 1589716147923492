import type { SettingId } from '../../model/settings.ts';
import type { Control } from '../dom/controls.ts';
import type { Kind } from '../dom/kind.ts';
import { rowOf } from '../dom/row.ts';
import { commonAncestor, isOwn, textsOf } from '../dom/tree.ts';

/** What a person may point at: one control, or the radio buttons or boxes that make one choice. */
export interface Group {
  readonly kind: Kind | 'boxes';
  readonly own: readonly Control[];
  /** Smallest element that holds them. */
  readonly place: Element;
}

const LISTS: readonly Group['kind'][] = ['select', 'radio'];
const TOGGLES: readonly Group['kind'][] = ['switch', 'box'];

/** Kinds of control a setting can be drawn as. */
export function kindsOf(setting: SettingId): readonly Group['kind'][] {
  if (setting === 'permissions') return ['boxes'];
  const isChoice =
    setting === 'default-service' || setting === 'authorize-with' || setting === 'setup-method';
  return isChoice ? LISTS : TOGGLES;
}

const MOST_UP = 6;
/** A choice has few options, the permissions four boxes; more of them are a list of something else. */
const MOST = 6;

/** Widest ancestor of a radio button or a box that holds several of its kind, few, and no other control. */
function family(control: Control, all: readonly Control[], main: Element | null): readonly Control[] {
  let own: readonly Control[] = [control];
  let at = control.host.parentElement;
  for (let up = 0; at && at !== main && up < MOST_UP; at = at.parentElement, up += 1) {
    const place = at;
    const inside = all.filter(({ host }) => place.contains(host));
    if (inside.length > MOST || inside.some(({ kind }) => kind !== control.kind)) break;
    own = inside;
  }
  return own;
}

/** Everything on a page that a setting may be, in order. */
export function groupsOf(all: readonly Control[], main: Element | null): Group[] {
  const grouped = new Set<Control>();
  return all.flatMap((control): Group[] => {
    const { kind, host } = control;
    if (isOwn(host) || grouped.has(control)) return [];
    const one: Group = { kind, own: [control], place: host };
    if (kind === 'switch' || kind === 'select') return [one];
    const own = family(control, all, main);
    for (const member of own) grouped.add(member);
    const place = commonAncestor(own.map((member) => member.host));
    const several: Group[] =
      own.length > 1 && place ? [{ kind: kind === 'box' ? 'boxes' : kind, own, place }] : [];
    return kind === 'box'
      ? [...several, ...own.map((member): Group => ({ kind, own: [member], place: member.host }))]
      : several;
  });
}

/** The first text of a place that says something and is not within one of the controls. */
export function titleIn(place: Element, own: readonly Control[]): Text | null {
  for (const text of textsOf(place)) {
    const parent = text.parentElement;
    if (text.data.trim() === '' || parent?.closest('svg,style,script,[hidden],[aria-hidden=true]')) continue;
    if (!own.some(({ host }) => host.contains(text))) return text;
  }
  return null;
}

/**
 * The row of a group: the smallest place that says something besides its controls; of several controls, something before the first.
 */
export function rowOfGroup({ own, place }: Group, main: Element | null): Element | null {
  const first = own[0]?.host;
  if (!first) return null;
  if (own.length === 1) return rowOf(first, main);
  let at: Element | null = place;
  for (let up = 0; at && up < MOST_UP; at = at.parentElement, up += 1) {
    const title = titleIn(at, own);
    if (title && (title.compareDocumentPosition(first) & 4) !== 0) return at;
    if (at === main) return null;
  }
  return null;
}
