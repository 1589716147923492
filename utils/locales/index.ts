/** The languages of the interface, and the files a catalogue is made of. A language is one folder here. */
export const LANGUAGES = ['en', 'fr', 'de', 'es', 'pt', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];
export const CATALOGUE_PARTS = [
  'app',
  'audit',
  'baseline',
  'checks',
  'common',
  'errors',
  'guide',
  'meetings',
  'notes',
  'notify',
  'options',
  'policy',
  'popup',
  'report',
  'teach',
] as const;
