import type { LevelSettingId, PortalScenario } from '../scenario.ts';
import type { Decoy } from './decoys.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { mixedJapanese } from './japanese.ts';
import type { PortalWords } from './types.ts';
import { UNFAMILIAR_CHROME, UNFAMILIAR_TITLES } from './unfamiliar.ts';

const LANGUAGES: Readonly<Record<PortalScenario['language'], PortalWords>> = {
  en: english,
  fr: french,
  'mixed-ja': mixedJapanese,
};

/** The portal's own words for one request. */
export interface Wording {
  readonly lang: string;
  /** Empty when the setting does not exist in this generation, or has no known wording. */
  title(id: LevelSettingId): string;
  word(key: string): string;
  decoy(decoy: Decoy): { title: string; text: string };
  /** All plain words, for the page's script. */
  readonly chrome: Readonly<Record<string, string>>;
}

export function wordingOf(scenario: PortalScenario): Wording {
  const words = LANGUAGES[scenario.language];
  const chrome = scenario.unfamiliar ? { ...words.chrome, ...UNFAMILIAR_CHROME } : words.chrome;
  const french = scenario.language === 'fr';
  return {
    lang: words.lang,
    chrome,
    title(id) {
      const known = words.titles[id][scenario.generation - 1] || (scenario.openLabels[id] ?? '');
      return known && scenario.unfamiliar ? (UNFAMILIAR_TITLES[id] ?? known) : known;
    },
    word: (key) => chrome[key] ?? key,
    decoy: ([, en, enText, fr, frText]) =>
      french ? { title: fr, text: frText } : { title: en, text: enText },
  };
}
