import type { Say } from '../../model/words.ts';
import { HIDDEN } from '../mask.ts';
import type { EvidenceInput, Part } from './pack.ts';

/** Fields that name an organisation or a person. */
const PERSONAL = /^(?:tenant|contact|portalHosts)(?:\b|$)/;

/** The policy in force: each field with its value and where it comes from, and what was refused. */
export function policyPart({ policy, masked }: EvidenceInput, say: Say): Part {
  return {
    id: 'policy',
    title: { key: 'report_part_policy' },
    columns: [
      { id: 'field', title: { key: 'report_col_field' } },
      { id: 'value', title: { key: 'report_col_value' } },
      { id: 'source', title: { key: 'workbench_col_source' } },
      { id: 'refused', title: { key: 'report_col_refused' } },
    ],
    *rows() {
      for (const { field, value, source, refused } of policy) {
        const shown = masked && value !== '' && PERSONAL.test(field) ? HIDDEN : value;
        yield {
          raw: { field, value: shown, source: say(source), ...(refused ? { refused: say(refused) } : {}) },
          cells: { field, value: shown, source: say(source), refused: refused ? say(refused) : '–' },
        };
      }
    },
  };
}
