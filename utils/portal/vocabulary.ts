import type { PageRules } from '../model/policy.ts';
import type { SettingId } from '../model/settings.ts';
import { normalise } from './normal.ts';
import { PROFILE_TITLES, STEM, TITLES, type Title } from './labels/index.ts';
import { STATE_WORDS } from './labels/words.ts';

type Titles = ReadonlyMap<string, Title>;
type Given = readonly [key: string, id: SettingId];

/** The titles a page is read by: those of the label data, and those an organisation gave besides. */
export interface Vocabulary {
  readonly titles: Titles;
  readonly profile: Titles;
  /** Stems of which every title has at least one, raw. */
  readonly stem: RegExp;
}

const BUILT_IN: Vocabulary = {
  titles: TITLES,
  profile: PROFILE_TITLES,
  stem: STEM,
};

/** The longest word of a label, without the plural that labels may differ in. */
function stemOf(text: string): string {
  const words = text.normalize('NFKC').split(/[^\p{L}\p{N}]+/u);
  return words.reduce((a, b) => (b.length > a.length ? b : a), '').replace(/s$/i, '');
}

/** What is known goes before what is given; what is given for two settings is no title of either. */
function withGiven(known: Titles, given: readonly Given[]): Titles {
  const titles = new Map(known);
  for (const [key, id] of given) {
    if (!known.has(key) && given.every(([other, its]) => other !== key || its === id))
      titles.set(key, { id, how: 'policy' });
  }
  return titles;
}

function extended(labels: NonNullable<PageRules['labels']>): Vocabulary {
  const stems = [STEM.source];
  const given = (ids: readonly SettingId[]) =>
    ids.flatMap((id) =>
      (labels[id] ?? []).flatMap((text): Given[] => {
        const key = normalise(text);
        const stem = stemOf(text);
        // A word that stands beside any control would be everybody's title.
        if (!stem || STATE_WORDS.has(key)) return [];
        stems.push(stem, stem.normalize('NFD'));
        return [[key, id]];
      }),
    );
  const ids = Object.keys(labels) as SettingId[];
  return {
    titles: withGiven(TITLES, given(ids.filter((id) => id !== 'profile-connection'))),
    profile: withGiven(PROFILE_TITLES, given(['profile-connection'])),
    stem: new RegExp(stems.join('|'), 'i'),
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
