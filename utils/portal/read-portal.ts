import type { PageRules } from '../model/policy.ts';
import type {
  DetectedSetting,
  Lock,
  PageId,
  PortalSnapshot,
  SettingId,
  SettingReading,
} from '../model/settings.ts';
import { judge, WANTED } from './canary.ts';
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
import { hasMeetingList, readMeetings } from './meetings.ts';
import { isSignIn, pageOf } from './pages.ts';
import { keepsLook, recall, remember } from './memory.ts';
import type { Choice } from './read/choice.ts';
import { findProfileSection, readConnection, zoomEmailOf } from './read/profile.ts';
import { choicesOf, valueOf } from './read/setting.ts';
import { findTaught } from './taught/find.ts';

type Snapshot = PortalSnapshot<Element>;

type ReadingRules = Pick<PageRules, 'labels' | 'locators'>;

const NOTHING = { settings: [], recognised: 0, expected: 0, look: 'old' } as const;

/**
 * What a page of the portal shows: which page it is, whether it was recognised, and its settings.
 * Only reads; no timers, no clock, no layout but the visibility of what matched. At any other address it returns at once.
 * @param root the page, or the part of it to read
 * @param url address of the page; only host, path, tab and hash count
 * @param rules what people pointed out, each on its own page only, and what the organisation says settings are called
 */
export function readPortal(root: Root, url: string, rules: ReadingRules = {}): Snapshot {
  const page = pageOf(url);
  if (page === null) {
    return { ...NOTHING, page, recognition: isSignIn(url) ? 'signed-out' : 'unrecognised' };
  }
  try {
    return readPage(page, root, url, rules);
  } catch (cause) {
    // A form may hide an element's own members behind fields named like them (HTML, "named access on the form element").
    if (!(cause instanceof Error)) throw cause;
    return { ...NOTHING, page, recognition: 'unrecognised' };
  }
}

/** The same for a page that is known to be ours; throws where a page breaks the DOM's own promises. */
export function readPage(page: PageId, root: Root, url: string, rules: ReadingRules): Snapshot {
  const main = mainOf(root);
  if (page === 'meetings') return meetingsPage(root, main);
  if (page === 'profile') return profilePage(root, main, rules);
  return settingsPage(page, root, main, url, rules);
}

function meetingsPage(root: Root, main: Element | null): Snapshot {
  const meetings = readMeetings(main ?? root);
  const base = { ...NOTHING, page: 'meetings', expected: 1, look: 'old' } as const;
  if (meetings.length > 0 || hasMeetingList(main ?? root)) {
    return { ...base, recognition: 'recognised', recognised: 1, meetings };
  }
  if (isSignInForm(root)) return { ...base, recognition: 'signed-out' };
  return { ...base, recognition: isLoading(main) ? 'loading' : 'unrecognised' };
}

function profilePage(root: Root, main: Element | null, { labels }: ReadingRules): Snapshot {
  const vocabulary = vocabularyOf(labels);
  const section = main && findProfileSection(main, vocabulary);
  const base = { ...NOTHING, page: 'profile', expected: 1, look: 'old' } as const;
  if (main && section && section !== 'ambiguous') {
    const zoomEmail = zoomEmailOf(main, section);
    const detected: DetectedSetting<Element> = {
      id: 'profile-connection',
      value: readConnection(section, vocabulary),
      lock: lockOf(section.element, [], false).lock,
      how: section.how,
      element: section.element,
      control: section.control,
    };
    return {
      ...base,
      recognition: 'recognised',
      recognised: 1,
      look: lookOf([main]),
      settings: [detected],
      ...(zoomEmail !== undefined && { zoomEmail }),
    };
  }
  if (section === 'ambiguous')
    return { ...base, recognition: 'unrecognised', ambiguous: ['profile-connection'] };
  if (isSignInForm(root)) return { ...base, recognition: 'signed-out' };
  return { ...base, recognition: isLoading(main) ? 'loading' : 'unrecognised' };
}

/** One lock freezes the master switch and what is chosen under it (KB0069503). */
const UNDER_MASTER = new Set<SettingId>(['default-service', 'authorize-with', 'permissions', 'setup-method']);

type SettingsPage = Exclude<PageId, 'meetings' | 'profile'>;

function settingsPage(
  page: SettingsPage,
  root: Root,
  main: Element | null,
  url: string,
  rules: ReadingRules,
): Snapshot {
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
  const located = locate(scene, WANTED[page]);
  const { choices } = located;
  const taught = locators.length === 0 ? null : findTaught(scene, locators, located.found);
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
    ...(taught?.misfits.length && canary.recognition !== 'loading' && { misfits: taught.misfits }),
  };
  if (!taught) remember({ scene, url, considered, found, choices, snapshot });
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
