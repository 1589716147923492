import { ageOf } from '../../core/age.ts';
import type { StoredFactKey } from '../../model/fact-guard.ts';
import type { Fact, FactSource } from '../../model/facts.ts';
import { isStale } from '../../model/facts.ts';
import { PERMISSIONS, valueWords } from '../../model/setting-words.ts';
import type { Permission } from '../../model/settings.ts';
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

const level = (
  key: 'workbench_level_account' | 'workbench_level_group' | 'workbench_level_user',
): Message => ({
  key: 'report_fact_settings',
  params: { level: { key } },
});
const NAMES: Readonly<Record<StoredFactKey, Message>> = {
  'portal/account': level('workbench_level_account'),
  'portal/group': level('workbench_level_group'),
  'portal/user': level('workbench_level_user'),
  'portal/profile': { key: 'report_fact_profile' },
  'portal/meetings': { key: 'report_fact_meetings' },
  'microsoft/account': { key: 'report_fact_account' },
  'microsoft/person': { key: 'report_fact_person' },
  'microsoft/sessions': { key: 'report_fact_sessions' },
  'microsoft/trouble': { key: 'report_fact_trouble' },
  'calendar/contents': { key: 'report_fact_calendar' },
  'guide/run': { key: 'report_fact_guide' },
  'guide/test': { key: 'report_fact_guide' },
  'guide/setup': { key: 'report_fact_guide' },
  'entra/apps': { key: 'report_fact_apps' },
  'entra/consent': { key: 'report_fact_consent' },
  'entra/last-use': { key: 'report_check_entra_last_use' },
  'entra/run': { key: 'report_fact_run' },
  'entra/choice': { key: 'report_fact_choice' },
};
const nameOf = (say: Say, key: string) =>
  Object.hasOwn(NAMES, key) ? say(NAMES[key as StoredFactKey]) : key;

const WRITTEN: Readonly<Record<string, Message>> = {
  true: { key: 'report_yes' },
  false: { key: 'report_no' },
  recognised: { key: 'report_value_recognised' },
  unrecognised: { key: 'workbench_not_recognised' },
};
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** A stored value for a reader; what is a name, an id or a number stays as it is. */
function valueCell(say: Say, value: string): string {
  if (value === 'null') return '–';
  if (MOMENT.test(value)) return written(Date.parse(value));
  const words = WRITTEN[value] ?? valueWords(value);
  if (words && !Array.isArray(words)) return say(words);
  return Object.hasOwn(PERMISSIONS, value) ? PERMISSIONS[value as Permission] : value;
}

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
      fact: leaf?.[0] ? `${nameOf(say, key)}: ${leaf[0]}` : nameOf(say, key),
      value: leaf ? valueCell(say, leaf[1]) : '–',
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
