import type { Say } from '../../model/words.ts';
import { createMask, type Mask } from '../mask.ts';
import { checksPart } from './checks-part.ts';
import { factsPart } from './facts-part.ts';
import type { Cell, EvidenceInput, EvidencePack, Part, PartId, Row } from './pack.ts';
import { PART_IDS } from './pack.ts';
import { permissionsPart } from './permissions-part.ts';
import { policyPart } from './policy-part.ts';
import { historyPart, settingsPart } from './settings-part.ts';
import { STATE_WORDS, stateOf, STATES } from './words.ts';

const PARTS: Record<PartId, (input: EvidenceInput, say: Say, mask: Mask | null) => Part> = {
  checks: checksPart,
  settings: settingsPart,
  history: historyPart,
  permissions: permissionsPart,
  facts: factsPart,
  policy: policyPart,
};

function maskedValue(mask: Mask, value: unknown, name = ''): unknown {
  // Pages the verdicts rest on are public, and no longer lead anywhere once masked.
  if (name === 'sources') return value;
  if (typeof value === 'string') return mask.text(value);
  if (Array.isArray(value)) return value.map((inner) => maskedValue(mask, inner));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, maskedValue(mask, inner, key)]),
  );
}

function maskedCell(mask: Mask, cell: Cell): Cell {
  if (typeof cell === 'string') return mask.text(cell);
  return 'rich' in cell ? { rich: mask.text(cell.rich) } : cell;
}

/** Whatever a row holds and whoever wrote it: no address and no host of theirs passes. */
function maskedRow(mask: Mask, { raw, cells }: Row): Row {
  return {
    raw: maskedValue(mask, raw) as Row['raw'],
    cells: Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, maskedCell(mask, cell)])),
  };
}

function maskedPart(mask: Mask, part: Part): Part {
  return {
    ...part,
    *rows() {
      for (const row of part.rows()) yield row && maskedRow(mask, row);
    },
  };
}

/** Names of this organisation, in an order of their own: they stand for the same in a preview and in its file. */
function namesOf({ facts, snapshots, policy }: EvidenceInput): string[] {
  const { 'microsoft/account': account, 'microsoft/person': person, 'portal/profile': profile } = facts;
  const { tenant, portalHosts = [] } = policy?.policy ?? {};
  const hosts = [
    ...snapshots.map(({ scope }) => scope),
    ...(['portal/account', 'portal/group', 'portal/user'] as const).map((key) => facts[key]?.value.scope),
  ].map((scope) => scope?.split('/')[0]);
  return [
    account?.value.username,
    person?.value.mail,
    person?.value.userPrincipalName,
    profile?.value.zoomEmail,
    profile?.value.scope,
    tenant,
    ...portalHosts,
    ...new Set(hosts),
  ].filter((name) => name !== undefined);
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
  const mask = masked ? createMask(namesOf(input)) : null;
  const parts = chosen.map((make) => make(input, say, mask));
  return {
    about: {
      version,
      language,
      madeAt,
      ticket: mask ? mask.text(ticket) : ticket,
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
    parts: mask ? parts.map((part) => maskedPart(mask, part)) : parts,
  };
}
