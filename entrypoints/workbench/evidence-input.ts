import { uiLocale } from '../../utils/adapters/browser/i18n.ts';
import { allFindings, CHECKS, type SeenPage } from '../../utils/checks/index.ts';
import type { PortalFact } from '../../utils/model/facts.ts';
import { LEVEL_OF, type SettingReading } from '../../utils/model/settings.ts';
import type { Snapshot } from '../../utils/model/snapshots.ts';
import { asSeenAt, type EvidenceInput, type PartId, timelines } from '../../utils/report/index.ts';
import type { PolicyReading } from '../../utils/model/policy.ts';
import type { Stored } from '../shared/load.ts';
import type { Given } from './sections/section.ts';

/** What a person chose on the form. */
export interface Choices {
  readonly parts: readonly PartId[];
  readonly masked: boolean;
  readonly ticket: string;
  /** ms since the epoch; `null`: nothing to compare with. */
  readonly before: number | null;
  /** ms since the epoch; `null`: now. */
  readonly after: number | null;
}

const settingsOf = (readings: readonly SettingReading[]): PortalFact['settings'] =>
  Object.fromEntries(readings.map(({ id, value, lock }) => [id, { value, lock }]));

function pagesAt(snapshots: readonly Snapshot[], { facts }: Stored, moment: number): SeenPage[] {
  return timelines(snapshots, facts).flatMap((line) => {
    const look = asSeenAt(line, moment);
    return look
      ? [
          {
            level: LEVEL_OF[line.page],
            ...(line.scope === undefined ? {} : { scope: line.scope }),
            settings: settingsOf(look.settings),
            seenAt: look.seenAt,
          },
        ]
      : [];
  });
}

/** The person's own connection is a page too, as it is now; of earlier looks none is kept. */
function profileNow({ facts }: Stored): SeenPage[] {
  const fact = facts['portal/profile'];
  if (!fact || fact.value.recognition !== 'recognised') return [];
  const settings = { 'profile-connection': { value: fact.value.connection, lock: 'unknown' } } as const;
  return [{ level: 'profile', settings, seenAt: fact.observedAt }];
}

/** Everything the pack is made of, as chosen. Facts of an earlier moment are not kept, so checks of then see settings alone. */
export function evidenceInput(
  { stored, judged }: Given,
  snapshots: readonly Snapshot[],
  choices: Choices,
  given: { readonly now: number; readonly version: string; readonly policy: PolicyReading | null },
): EvidenceInput {
  const { before, after } = choices;
  const { around } = judged;
  const then = (moment: number) =>
    allFindings(CHECKS, pagesAt(snapshots, stored, moment), {}, moment, around);
  const pages = [...pagesAt(snapshots, stored, given.now), ...profileNow(stored)];
  return {
    version: given.version,
    language: uiLocale(),
    madeAt: given.now,
    ticket: choices.ticket.trim(),
    masked: choices.masked,
    parts: choices.parts,
    before,
    after: after ?? given.now,
    checks: {
      before: before === null ? [] : then(before),
      after: after === null ? allFindings(CHECKS, pages, judged.facts, given.now, around) : then(after),
    },
    snapshots,
    facts: stored.facts,
    policy: given.policy,
  };
}
