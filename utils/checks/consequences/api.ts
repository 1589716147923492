import type { Consequence } from '../../model/findings.ts';
import { SOURCES } from '../sources.ts';

/** EWS and Graph, in both directions. */
export const API: readonly Consequence[] = [
  {
    id: 'to-graph',
    setting: 'authorize-with',
    act: 'change',
    from: ['ews'],
    levels: ['account', 'group'],
    kind: 'warn',
    words: {
      title: { key: 'consequence_to_graph_title' },
      why: { key: 'consequence_to_graph_why' },
      people: [
        {
          fate: 'unknown',
          who: { key: 'consequence_to_graph_ews' },
          what: { key: 'consequence_to_graph_ews_what' },
        },
        {
          fate: 'stay',
          who: { key: 'consequence_to_graph_new' },
          what: { key: 'consequence_to_graph_new_what' },
        },
      ],
    },
    sources: [SOURCES.ewsMigration, SOURCES.integration],
  },
  {
    id: 'to-ews',
    setting: 'authorize-with',
    act: 'change',
    from: ['graph'],
    levels: ['account', 'group'],
    kind: 'warn',
    words: {
      title: { key: 'consequence_to_ews_title' },
      why: { key: 'consequence_to_ews_why' },
      people: [
        {
          fate: 'lose',
          who: { key: 'consequence_to_ews_online' },
          what: { key: 'consequence_to_ews_online_what' },
        },
        {
          fate: 'stay',
          who: { key: 'consequence_to_ews_on_premises' },
          what: { key: 'consequence_to_ews_on_premises_what' },
        },
      ],
    },
    sources: [SOURCES.ewsPlan, SOURCES.integration],
  },
];
