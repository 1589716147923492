import type { SettingId } from '../../model/settings.ts';
import type { Choice } from '../read/choice.ts';
import type { Candidate, Scene } from './candidate.ts';
import { choiceCandidates, knownChoices, permissionCandidates } from './choices.ts';
import { keyCandidates } from './keys.ts';
import { toggleCandidates } from './toggles.ts';

/** Where the settings of a page are. What is in neither collection is absent. */
export interface Located {
  readonly found: ReadonlyMap<SettingId, Candidate>;
  readonly ambiguous: readonly SettingId[];
  /** All known radio buttons, also those that refine a toggle (the prompt at sign-in). */
  readonly choices: readonly Choice[];
}

const STRENGTH = { key: 2, label: 1, policy: 1, structure: 0, taught: -1 } as const;

/**
 * Finds each setting by key, then label, then structure. Two candidates of the strongest kind are no candidate: the
 * setting is ambiguous.
 * @param wanted settings of this page; others are left out
 */
export function locate(scene: Scene, wanted: readonly SettingId[]): Located {
  const choices = knownChoices(scene);
  const all = [
    ...keyCandidates(scene),
    ...toggleCandidates(scene),
    ...choiceCandidates(choices, scene),
    ...permissionCandidates(scene),
  ];
  const found = new Map<SettingId, Candidate>();
  const ambiguous: SettingId[] = [];
  for (const id of wanted) {
    const candidates = all.filter((candidate) => candidate.id === id);
    const best = Math.max(...candidates.map(({ how }) => STRENGTH[how]));
    const strongest = candidates.filter(({ how }) => STRENGTH[how] === best);
    const first = strongest[0];
    if (!first) continue;
    if (strongest.some(({ own }) => own[0]?.host !== first.own[0]?.host)) ambiguous.push(id);
    else found.set(id, first);
  }
  return { found, ambiguous, choices };
}
