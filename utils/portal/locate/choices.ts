import type { SettingId } from '../../model/settings.ts';
import type { Control } from '../dom/controls.ts';
import { commonAncestor } from '../dom/tree.ts';
import { type Choice, choiceOf } from '../read/choice.ts';
import { rightIn } from '../read/permissions.ts';
import type { Candidate, Scene } from './candidate.ts';

/** The setting's title near its options, looking up to three levels above them. */
function near(
  id: SettingId,
  group: Element,
  { main, isShown, titlesIn }: Scene,
): Pick<Candidate, 'how' | 'row'> | null {
  let at: Element | null = group;
  for (let up = 0; at && up < 4; at = at.parentElement, up += 1) {
    const titles = titlesIn(at).filter(({ title, element }) => title.id === id && isShown(element));
    if (titles.length === 1 && titles[0]) {
      const row = commonAncestor([titles[0].element, group]);
      return row && { how: titles[0].title.how ?? 'label', row };
    }
    if (titles.length > 1 || at === main) return null;
  }
  return null;
}

/** Radio buttons that stand for values of known settings, shown ones only. */
export function knownChoices(scene: Scene): Choice[] {
  return scene.controls.flatMap((control) => {
    if (control.kind !== 'radio') return [];
    const choice = choiceOf(control, scene.names);
    return choice && scene.isShown(control.host) ? [choice] : [];
  });
}

/**
 * Candidates among groups of radio buttons. The options carry the meaning: two different ones of one setting are that
 * setting even without its title. The same option twice on a page makes two groups, so two candidates.
 */
export function choiceCandidates(choices: readonly Choice[], scene: Scene): Candidate[] {
  return (['authorize-with', 'setup-method', 'default-service'] as const).flatMap((id) => {
    const groups: Choice[][] = [];
    for (const choice of choices) {
      if (choice.id !== id) continue;
      const open = groups.find((group) => !group.some(({ value }) => value === choice.value));
      if (open) open.push(choice);
      else groups.push([choice]);
    }
    return groups.flatMap((group): Candidate[] => {
      const own = group.map(({ control }) => control);
      const place = commonAncestor(own.map(({ host }) => host));
      if (!place) return [];
      const titled = near(id, place, scene);
      if (titled) return [{ id, ...titled, own, choices: group }];
      // Names of services appear in many places; a pair of Graph and EWS, or of OAuth and application permissions, does not.
      return group.length > 1 && id !== 'default-service'
        ? [{ id, how: 'structure', row: place, own, choices: group }]
        : [];
    });
  });
}

/** The boxes for reading and writing calendar and contacts: four, or the two of the calendar. */
export function permissionCandidates(scene: Scene): Candidate[] {
  const boxes = scene.controls.filter((control): control is Control => {
    if (control.kind !== 'box') return false;
    const name = scene.names.of(control.element).trim();
    return name.split(/\s+/).length <= 4 && rightIn(name) !== undefined && scene.isShown(control.host);
  });
  if (boxes.length < 2 || boxes.length > 4) return [];
  const place = commonAncestor(boxes.map(({ host }) => host));
  if (!place) return [];
  const titled = near('permissions', place, scene) ?? { how: 'structure', row: place };
  return [{ id: 'permissions', ...titled, own: boxes }];
}
