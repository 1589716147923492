import type { RefusedField } from '../../model/policy.ts';
import type { Message, Say } from '../../model/words.ts';
import type { Mask } from '../mask.ts';
import { leaves } from './leaves.ts';
import type { EvidenceInput, Part, Row } from './pack.ts';

/** As the options page says it. */
const WHY: Readonly<Record<RefusedField['reason'], Message>> = {
  'wrong-type': { key: 'policy_wrong_type' },
  'wrong-value': { key: 'policy_wrong_value' },
  'unknown-field': { key: 'policy_unknown_field' },
  'too-long': { key: 'policy_too_long' },
  'not-json': { key: 'policy_not_json' },
};

function rowOf(say: Say, field: string, value: string, refused: RefusedField['reason'] | null): Row {
  const source = { key: 'options_source_policy' } as const;
  return {
    raw: { field, value, ...(refused === null ? {} : { refused }) },
    cells: { field, value: value || '–', source: say(source), refused: refused ? say(WHY[refused]) : '–' },
  };
}

/** The policy in force: each field with its value, and what was refused and why. One that could not be read says so. */
export function policyPart({ policy }: EvidenceInput, say: Say, mask: Mask | null): Part {
  return {
    id: 'policy',
    title: { key: 'report_part_policy' },
    columns: [
      { id: 'field', title: { key: 'report_col_field' } },
      { id: 'value', title: { key: 'report_col_value' } },
      { id: 'source', title: { key: 'workbench_col_source' } },
      { id: 'refused', title: { key: 'report_col_refused' } },
    ],
    empty: { key: 'policy_none' },
    *rows() {
      if (policy === null) {
        const unread = say({ key: 'error_policy_unreadable' });
        yield {
          raw: { field: '–', value: '', refused: 'policy-unreadable' },
          cells: { field: '–', value: unread, source: '–', refused: '–' },
        };
        return;
      }
      for (const [field, value] of leaves(policy.policy, mask)) yield rowOf(say, field, value, null);
      for (const { field, reason } of policy.refused) yield rowOf(say, field, '', reason);
    },
  };
}
