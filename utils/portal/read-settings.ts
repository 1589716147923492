import {
  type DetectedSetting,
  type Lock,
  type PageId,
  type PortalSnapshot,
  SETTINGS_ON,
  type SettingId,
  type SettingReading,
} from '../model/settings.ts';
import { judge } from './canary.ts';
import { controlsOf } from './dom/controls.ts';
import { createNames } from './dom/names.ts';
import { containerOf } from './dom/row.ts';
import { type DrawnTitle, settingTitlesIn } from './dom/titles.ts';
import { commonAncestor, type Root } from './dom/tree.ts';
import { createShown } from './dom/visible.ts';
import { vocabularyOf } from './vocabulary.ts';
import type { Candidate, Scene } from './locate/candidate.ts';
import { locate } from './locate/index.ts';
import { lockOf } from './lock.ts';
import { lookOf } from './look.ts';
import { isLoading, isSignInForm, mainOf, openTab } from './main.ts';
import { keepsLook, recall, remember } from './memory.ts';
import type { Choice } from './read/choice.ts';
import { choicesOf, valueOf } from './read/setting.ts';
import type { FindTaught, ReadingRules } from './reading.ts';

type Snapshot = PortalSnapshot<Element>;

/** One lock freezes the master switch and what is chosen under it (KB0069503). */
const UNDER_MASTER = new Set<SettingId>(['default-service', 'authorize-with', 'permissions', 'setup-method']);

export type SettingsPage = Exclude<PageId, 'meetings' | 'profile'>;

/**
 * What a page of settings shows: whether it was recognised, and its settings. Only reads; no timers, no clock, no layout but the
 * visibility of what matched.
 * @param root the page, or the part of it to read
 * @param url address of the page; only host, path, tab and hash count
 * @param rules what people pointed out, each on its own page only, and what the organisation says settings are called
 * @param findTaught absent: what was pointed out is not looked for, and not missed
 */
export function readSettings(
  page: SettingsPage,
  root: Root,
  url: string,
  rules: ReadingRules,
  findTaught: FindTaught | null,
): Snapshot {
  const main = mainOf(root);
  const within = main ?? root;
  const vocabulary = vocabularyOf(rules.labels);
  const locators = (rules.locators ?? []).filter((one) => one.page === page);
  // What was taught rests on more of the page than is remembered.
  const before = locators.length === 0 ? recall(within, url, vocabulary) : null;
  if (before) return before;
  const { controls, considered } = controlsOf(within, vocabulary.stem, keepsLook(within));
  const titles = new Map<Element, readonly DrawnTitle[]>();
  const scene: Scene = {
    root: within,
    main,
    vocabulary,
    controls,
    names: createNames(root),
    isShown: createShown(main),
    titlesIn(element) {
      const known = titles.get(element) ?? settingTitlesIn(element, vocabulary);
      titles.set(element, known);
      return known;
    },
  };
  const located = locate(scene, SETTINGS_ON[page]);
  const { choices } = located;
  const taught = locators.length === 0 ? null : findTaught?.(scene, locators, located.found);
  const found = taught ? withTaught(located.found, taught.found) : located.found;
  const ambiguous = located.ambiguous.filter((id) => !found.has(id));
  const settings: DetectedSetting<Element>[] = [];
  let master: Lock = 'unknown';
  for (const candidate of found.values()) {
    const detected = detect(candidate, choices, scene, page !== 'user-settings');
    if (detected.id === 'third-party-integration') master = detected.lock;
    const inherits = detected.lock === 'unknown' && UNDER_MASTER.has(detected.id);
    settings.push(inherits ? { ...detected, lock: master } : detected);
  }
  const canary = judge(page, {
    found,
    office365: settings.some(({ id, value }) => id === 'default-service' && value === 'office365'),
    signInForm: () => isSignInForm(root),
    tab: () => openTab(within, url),
    loading: () => isLoading(main),
  });
  const shown = canary.recognition === 'recognised' ? settings : [];
  const snapshot: Snapshot = {
    page,
    ...canary,
    settings: shown,
    look: lookOf(shown.map(({ control }) => control)),
    ...(ambiguous.length > 0 && { ambiguous }),
    ...(taught === undefined && { lacks: true }),
    ...(taught?.misfits.length && canary.recognition !== 'loading' && { misfits: taught.misfits }),
  };
  if (locators.length === 0) remember({ scene, url, considered, found, choices, snapshot });
  return snapshot;
}

/** A person's word is stronger than structure; where nothing but the taught is known, structure alone still says nothing. */
function withTaught(
  found: ReadonlyMap<SettingId, Candidate>,
  taught: readonly Candidate[],
): ReadonlyMap<SettingId, Candidate> {
  const isKnown = [...found.values()].some(({ how }) => how !== 'structure');
  const pointed = new Set(taught.map(({ own }) => own[0]?.host));
  const rest = [...found].filter(([, { own }]) => isKnown && !pointed.has(own[0]?.host));
  return new Map([...rest, ...taught.map((one) => [one.id, one] as const)]);
}

function detect(
  candidate: Candidate,
  choices: readonly Choice[],
  scene: Scene,
  hasLocks: boolean,
): DetectedSetting<Element> {
  const { id, how, row } = candidate;
  const refining = id === 'sso-prompt' ? choicesOf(id, choices).map(({ control }) => control) : [];
  const own = [...candidate.own, ...refining];
  const element = containerOf(row, own, scene.main);
  const { lock, control: lockControl } = lockOf(element, candidate.own, hasLocks);
  const hosts = candidate.own.map(({ host }) => host);
  // The same words elsewhere on the page refine something else.
  const near = choices.filter(({ control }) => element.contains(control.host));
  const reading = { id, value: valueOf(candidate, near, scene), lock } as SettingReading;
  return {
    ...reading,
    how,
    element,
    control: commonAncestor(hosts) ?? row,
    ...(lockControl && { lockControl }),
  };
}
