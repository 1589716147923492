import type { TaughtLocator } from '../../model/policy.ts';
import type { SettingId } from '../../model/settings.ts';
import { controlsOf } from '../dom/controls.ts';
import { commonAncestor } from '../dom/tree.ts';
import type { Candidate, Scene } from '../locate/candidate.ts';
import { choiceOf } from '../read/choice.ts';
import { type Group, groupsOf, kindsOf } from './groups.ts';
import { type Print, printOf, tabOfPage } from './shape.ts';

/** What became of what was taught. */
export interface Taught {
  readonly found: readonly Candidate[];
  /** Locators that no longer fit the page. */
  readonly misfits: readonly TaughtLocator[];
}

/** Settings that stand by themselves; the others come and go with the value of another, so that absence says nothing of them. */
const ALWAYS_THERE = new Set<SettingId>([
  'third-party-integration',
  'sso-prompt',
  'domain-restriction',
  'two-way-sync',
  'reconnect-reminders',
]);

const fits = (locator: TaughtLocator, print: Print) =>
  locator.words === print.words && locator.shape === print.shape && locator.path.join() === print.path.join();

/** The group as a candidate: read like any other, its options by their known names. */
function candidateOf(id: SettingId, { own, kind }: Group, row: Element, { names }: Scene): Candidate {
  const choices = own.flatMap((control) => choiceOf(control, names) ?? []).filter((one) => one.id === id);
  const place = commonAncestor([row, ...own.map(({ host }) => host)]) ?? row;
  return { id, how: 'taught', row: place, own, ...(kind === 'radio' && { choices }) };
}

/**
 * Finds what people pointed out, for settings that neither key nor label has found. One control fits, or none does; one that is
 * known to be another setting's is no match.
 * @param found what was found by key, label and structure
 */
export function findTaught(
  scene: Scene,
  locators: readonly TaughtLocator[],
  found: ReadonlyMap<SettingId, Candidate>,
): Taught {
  const { root, main, isShown } = scene;
  const groups = groupsOf(controlsOf(root, 'all').controls, main).filter(({ own }) =>
    own.every(({ host }) => isShown(host.parentElement ?? host)),
  );
  const known = [...found.values()].filter(({ how }) => how !== 'structure');
  const taken = new Set(known.flatMap(({ own }) => own.map(({ host }) => host)));
  const prints = new Map(groups.map((group) => [group, printOf(group, groups, main)]));
  const tab = tabOfPage(root);
  const candidates: Candidate[] = [];
  const misfits: TaughtLocator[] = [];
  for (const locator of locators) {
    if (known.some(({ id }) => id === locator.setting)) continue;
    const near = [...prints].flatMap(([group, print]) =>
      print?.words === locator.words && kindsOf(locator.setting).includes(group.kind)
        ? [{ group, print }]
        : [],
    );
    const [match, ...others] = near.filter(({ print }) => fits(locator, print));
    const isFree = match && match.group.own.every(({ host }) => !taken.has(host));
    if (isFree && others.length === 0)
      candidates.push(candidateOf(locator.setting, match.group, match.print.row, scene));
    else if (locator.tab === tab && (near.length > 0 || ALWAYS_THERE.has(locator.setting)))
      misfits.push(locator);
  }
  // Two locators may say the same; where they say different things, neither is believed.
  const agreed = candidates.filter(
    (one, at) =>
      candidates.every((other) => (other.own[0]?.host === one.own[0]?.host) === (other.id === one.id)) &&
      candidates.findIndex(({ id }) => id === one.id) === at,
  );
  return { found: agreed, misfits };
}
