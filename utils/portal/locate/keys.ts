import { type Control, controlsOf } from '../dom/controls.ts';
import { byId } from '../dom/tree.ts';
import { SETTINGS } from '../labels/index.ts';
import type { Candidate, Scene } from './candidate.ts';

/**
 * Candidates by the portal's own keys: `div#feature-<key>` around a setting (seen about 2020), or an element with the key
 * as id, which the fragment of an address points to; that may be the row, the control, or an empty anchor before it.
 */
export function keyCandidates({ root, main, isShown }: Scene): Candidate[] {
  return SETTINGS.flatMap(({ id, keys = [] }) =>
    keys.flatMap((key) =>
      [...byId(root, `feature-${key}`), ...byId(root, key)].flatMap((marked): Candidate[] => {
        let at: Element | null = marked;
        for (let up = 0; at && at !== main && up < 3; at = at.parentElement, up += 1) {
          const own = switchesIn(at).filter(({ host }) => isShown(host));
          if (own.length > 0) return own.length === 1 ? [{ id, how: 'key', row: at, own }] : [];
        }
        return [];
      }),
    ),
  );
}

/** Switches in a place, which may be one itself, or the form control inside one. */
function switchesIn(place: Element): Control[] {
  return controlsOf(place, 'all').controls.filter(
    ({ kind, host }) => kind === 'switch' && place.contains(host),
  );
}
