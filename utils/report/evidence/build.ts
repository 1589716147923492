import type { Say } from '../../model/words.ts';
import { maskAddresses } from '../mask.ts';
import { checksPart } from './checks-part.ts';
import { factsPart } from './facts-part.ts';
import type { Cell, EvidenceInput, EvidencePack, Part, PartId, Row } from './pack.ts';
import { PART_IDS } from './pack.ts';
import { permissionsPart } from './permissions-part.ts';
import { policyPart } from './policy-part.ts';
import { historyPart, settingsPart } from './settings-part.ts';
import { STATE_WORDS, stateOf, STATES } from './words.ts';

const PARTS: Record<PartId, (input: EvidenceInput, say: Say) => Part> = {
  checks: checksPart,
  settings: settingsPart,
  history: historyPart,
  permissions: permissionsPart,
  facts: factsPart,
  policy: policyPart,
};

function maskedValue(value: unknown): unknown {
  if (typeof value === 'string') return maskAddresses(value);
  if (Array.isArray(value)) return value.map(maskedValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskedValue(inner)]));
}

function maskedCell(cell: Cell): Cell {
  if (typeof cell === 'string') return maskAddresses(cell);
  return 'rich' in cell ? { rich: maskAddresses(cell.rich) } : cell;
}

/** Whatever a row holds and whoever wrote it: no address passes. */
function maskedRow({ raw, cells }: Row): Row {
  return {
    raw: maskedValue(raw) as Row['raw'],
    cells: Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, maskedCell(cell)])),
  };
}

function maskedPart(part: Part): Part {
  return {
    ...part,
    *rows() {
      for (const row of part.rows()) yield row && maskedRow(row);
    },
  };
}

/** The pack of what was asked for, not yet in any format; nothing is worked out before its rows are asked for. */
export function evidencePack(input: EvidenceInput, say: Say): EvidencePack {
  const { version, language, madeAt, ticket, masked, before, after } = input;
  const ended = new Map<string, number>();
  for (const { finding } of input.checks.after) {
    const state = stateOf(finding);
    ended.set(state, (ended.get(state) ?? 0) + 1);
  }
  const chosen = PART_IDS.filter((id) => input.parts.includes(id)).map((id) => PARTS[id]);
  const parts = chosen.map((make) => make(input, say));
  return {
    about: {
      version,
      language,
      madeAt,
      ticket: masked ? maskAddresses(ticket) : ticket,
      masked,
      before,
      after,
    },
    counts: input.parts.includes('checks')
      ? STATES.map((state) => ({
          state,
          word: STATE_WORDS[state],
          count: ended.get(state) ?? 0,
        }))
      : [],
    parts: masked ? parts.map(maskedPart) : parts,
  };
}
