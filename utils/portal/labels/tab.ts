import { likely, seed, seen, type Spelling } from './types.ts';

/** The tab that holds the settings since 2023. A Japanese reseller quotes it in English, misspelt. */
export const mailTab: readonly Spelling[] = [
  seen('Mail & Calendar', 'en', 3, 'KB0077944'),
  seed('Courriel et calendrier'),
  seen('メールとカレンダー', 'ja', 2, 'KB0066542'),
  likely('Mail & Calender', 'ja', 3, '360051330731'),
];
