import { likely, seed, seen, type Spelling } from './types.ts';

/** The section of the tab that holds the connection's settings; an anchor or a tab of its own leads to it. */
export const integrationsSection: readonly Spelling[] = [
  seen('Integrations', 'en', 3, 'KB0077944'),
  seed('Intégrations'),
  likely('連携', 'ja', 3, '360051330731'),
];
