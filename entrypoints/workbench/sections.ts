import { baselines } from './sections/baselines.tsx';
import { entra } from './sections/entra.tsx';
import { evidence } from './sections/evidence.tsx';
import { overview } from './sections/overview.tsx';
import type { Section } from './sections/section.ts';
import { settings } from './sections/settings.tsx';
import { meetings } from './sections/meetings.tsx';
import { help, runs } from './sections/tables.tsx';

/** The sections there are, in the order of the navigation; it shows no other. */
export const SECTIONS: readonly [Section, ...Section[]] = [
  overview,
  settings,
  baselines,
  entra,
  meetings,
  evidence,
  runs,
  help,
];

/** The section an address asks for by its hash; the first one when it asks for none we have. */
export function sectionAsked(hash: string): Section {
  return SECTIONS.find(({ id }) => hash === `#${id}`) ?? SECTIONS[0];
}
