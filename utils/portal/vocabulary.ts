import type { PageRules } from '../model/policy.ts';
import type { SettingId } from '../model/settings.ts';
import { normalise } from './normal.ts';
import { LONGEST_TITLE, OPTIONS, PROFILE_TITLES, STEM, TITLES, type Title } from './labels/index.ts';
import { STATE_WORDS } from './labels/words.ts';

type Titles = ReadonlyMap<string, Title>;
type Given = readonly [key: string, id: SettingId];

/** The titles a page is read by: those of the label data, and those an organisation gave besides. */
export interface Vocabulary {
  readonly titles: Titles;
  readonly profile: Titles;
  /** Length of the longest title. */
  readonly longest: number;
  /** Stems of which every title has at least one, raw. */
  readonly stem: RegExp;
}

export const BUILT_IN: Vocabulary = {
  titles: TITLES,
  profile: PROFILE_TITLES,
  longest: LONGEST_TITLE,
  stem: STEM,
};

/** The longest word of a label, without the plural that labels may differ in, composed and decomposed. */
function stemsOf(text: string): string[] {
  const words = text.normalize('NFKC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const longest = words.toSorted((a, b) => b.length - a.length)[0]?.replace(/(?!^)s$/i, '');
  return longest ? [longest, longest.normalize('NFD')] : [];
}

/** What is known goes before what is given; what is given for two settings is no title of either. */
function withGiven(known: Titles, given: readonly Given[]): Titles {
  const titles = new Map(known);
  for (const [key, id] of given) {
    if (!known.has(key) && given.every(([other, its]) => other !== key || its === id))
      titles.set(key, { id, generation: 3, given: true });
  }
  return titles;
}

function extended(labels: NonNullable<PageRules['labels']>): Vocabulary {
  const stems = new Set([STEM.source]);
  const given = (Object.keys(labels) as SettingId[]).flatMap((id) =>
    (labels[id] ?? []).flatMap((text): Given[] => {
      const key = normalise(text);
      const own = stemsOf(text);
      // A word that stands beside any control, or names a value, would be everybody's title.
      if (own.length === 0 || STATE_WORDS.has(key) || OPTIONS.has(key)) return [];
      for (const stem of own) stems.add(stem);
      return [[key, id]];
    }),
  );
  if (given.length === 0) return BUILT_IN;
  const isProfile = ([, id]: Given) => id === 'profile-connection';
  return {
    titles: withGiven(
      TITLES,
      given.filter((one) => !isProfile(one)),
    ),
    profile: withGiven(PROFILE_TITLES, given.filter(isProfile)),
    longest: Math.max(LONGEST_TITLE, ...given.map(([key]) => key.length)),
    stem: new RegExp([...stems].join('|'), 'i'),
  };
}

let latest: { readonly labels: PageRules['labels']; readonly vocabulary: Vocabulary } | undefined;

/**
 * The label data with an organisation's own labels: the same object for the same labels, so that a caller may know by it.
 * @param labels as its policy gave them, already judged
 */
export function vocabularyOf(labels: PageRules['labels']): Vocabulary {
  if (labels === undefined) return BUILT_IN;
  if (latest?.labels !== labels) latest = { labels, vocabulary: extended(labels) };
  return latest.vocabulary;
}
