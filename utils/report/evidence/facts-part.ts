import { ageOf } from '../../core/age.ts';
import type { Fact, FactSource } from '../../model/facts.ts';
import { isStale } from '../../model/facts.ts';
import type { Message, Say } from '../../model/words.ts';
import { iso, written } from '../moment.ts';
import type { Mask } from '../mask.ts';
import { type Leaf, leaves } from './leaves.ts';
import type { EvidenceInput, Part, Row } from './pack.ts';

const SOURCE_WORDS: Readonly<Record<FactSource, Message>> = {
  'zoom-portal': { key: 'report_source_portal' },
  'microsoft-graph': { key: 'report_source_graph' },
  'microsoft-entra': { key: 'report_source_entra' },
  syncline: { key: 'report_source_syncline' },
};

/**
 * Facts whose contents may be handed on. Of every other fact, of today or of later, its age alone: what it holds may be a
 * meeting's subject, and subjects are never handed on.
 */
const SHOWN = /^(?:portal\/profile|calendar\/contents|(?:microsoft|entra)\/.+)$/;
function rowOf(say: Say, key: string, fact: Fact<unknown>, now: number, leaf: Leaf | null): Row {
  const stale = isStale(fact, now);
  return {
    raw: {
      fact: key,
      ...(leaf ? { member: leaf[0], value: leaf[1] } : {}),
      source: fact.source,
      observedAt: iso(fact.observedAt),
      stale,
    },
    cells: {
      fact: leaf?.[0] ? `${key}: ${leaf[0]}` : key,
      value: leaf?.[1] ?? '–',
      source: say(SOURCE_WORDS[fact.source] ?? { key: 'report_source_syncline' }),
      seen: written(fact.observedAt),
      age: say(ageOf(fact.observedAt, now)) + (stale ? `, ${say({ key: 'report_stale' })}` : ''),
    },
  };
}

/** What the verdicts rest on: every fact with its source and age, and the contents of those that may be handed on. */
export function factsPart({ facts, madeAt }: EvidenceInput, say: Say, mask: Mask | null): Part {
  return {
    id: 'facts',
    title: { key: 'report_part_facts' },
    columns: [
      { id: 'fact', title: { key: 'report_col_fact' } },
      { id: 'value', title: { key: 'report_col_value' } },
      { id: 'source', title: { key: 'workbench_col_source' } },
      { id: 'seen', title: { key: 'report_col_seen' } },
      { id: 'age', title: { key: 'workbench_col_age' } },
    ],
    *rows() {
      for (const [key, fact] of Object.entries(facts) as [string, Fact<unknown>][]) {
        if (!SHOWN.test(key)) yield rowOf(say, key, fact, madeAt, null);
        else for (const leaf of leaves(fact.value, mask)) yield rowOf(say, key, fact, madeAt, leaf);
      }
    },
  };
}
