import { MINUTE } from '../core/clock.ts';
import type { CloudId } from '../model/clouds.ts';
import type { FactBook, PortalFact } from '../model/facts.ts';
import type { Guidance, GuidanceRequest } from '../model/messages.ts';
import type { PageRules } from '../model/policy.ts';
import { LEVEL_OF } from '../model/settings.ts';
import { annotate } from './annotate.ts';
import { CONSEQUENCES } from './consequences/index.ts';
import { runChecks } from './engine.ts';
import { NOTE_CHECKS } from './registry.ts';
import { consequenceOf } from './touched.ts';

export interface NotesInput extends GuidanceRequest {
  readonly facts: FactBook;
  /** What policy and preferences say of notes. */
  readonly rules: PageRules;
  /** Note keys the person hid. */
  readonly hidden: readonly string[];
  /** ms since the epoch */
  readonly now: number;
  /** Microsoft cloud of the tenant, for addresses; the global one when absent. */
  readonly cloud?: CloudId;
}
export type JudgeNotes = (input: NotesInput) => Guidance;

/** What rests on the page alone, and on nothing that grows old by the minute. */
const NO_AGE = 15 * MINUTE;

/** Judges the settings a page shows, and says what belongs beside each. */
export function judgeNotes(input: NotesInput): Guidance {
  const { page, settings: readings, unsaved = [], dialog, facts, rules, hidden, now, cloud } = input;
  const level = LEVEL_OF[page];
  const settings: PortalFact['settings'] = Object.fromEntries(
    readings.map(({ id, value, lock }) => [id, { value, lock }]),
  );
  const findings = runChecks(NOTE_CHECKS, {
    settings,
    facts,
    now,
    level,
    rules,
    ...(cloud ? { cloud } : {}),
  });
  const notes = annotate({
    findings,
    settings: readings,
    hidden: new Set(hidden),
    level,
    now,
    unsaved: new Map(unsaved.map(({ id, value }) => [id, value])),
  });
  const hasAge = Object.keys(facts).length > 0;
  const act =
    dialog &&
    consequenceOf({
      clue: dialog.clue,
      touch: dialog.touch ?? null,
      values: (id) => settings[id]?.value,
      level,
      consequences: CONSEQUENCES,
    });
  return {
    notes,
    ...(act ? { dialog: act } : {}),
    goodFor: hasAge ? MINUTE : NO_AGE,
  };
}
