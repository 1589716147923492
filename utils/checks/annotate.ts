import { ageOf } from '../core/age.ts';
import type { Consequence, Finding, Words } from '../model/findings.ts';
import type { Annotation, NoteKind, SettingNotes } from '../model/notes.ts';
import type { Level, SettingId, SettingReading } from '../model/settings.ts';
import { CONSEQUENCES } from './consequences/index.ts';
import { consequencesOf } from './consequences/of.ts';

export interface AnnotateInput {
  readonly findings: readonly Finding[];
  /** As the page shows them. */
  readonly settings: readonly SettingReading[];
  /** Note keys the person hid. */
  readonly hidden: ReadonlySet<string>;
  readonly level: Level;
  /** ms since the epoch */
  readonly now: number;
  /** Values before the person changed them, where they did and have not saved yet. */
  readonly unsaved?: ReadonlyMap<SettingId, unknown>;
  /** All of them when absent. */
  readonly consequences?: readonly Consequence[];
}

interface Drawing {
  readonly form: Annotation['form'];
  readonly kind: NoteKind;
  readonly words: Words;
}

/** Worst first; boxes before lines. */
const ORDER: readonly NoteKind[] = ['error', 'warn', 'plain', 'advice', 'dim', 'pass'];
/** A fact seen longer ago than this is not "the setting on this page". */
const SAME_MOMENT = 60_000;

/** How a finding is drawn; null when silence is right (look.md: on the page it is, in a report it is not). */
function drawing({ outcome }: Finding): Drawing | null {
  switch (outcome.kind) {
    case 'pass':
      return { form: 'line', kind: 'pass', words: outcome.words };
    case 'not-applicable':
      return outcome.words ? { form: 'line', kind: 'dim', words: outcome.words } : null;
    case 'needs-review':
      return outcome.words ? { form: 'box', kind: 'plain', words: outcome.words } : null;
    case 'fail': {
      // Red needs certainty: a likely or possible loss is amber.
      const grave = outcome.impact === 'critical' || outcome.impact === 'serious';
      const error = grave && outcome.certainty === 'confirmed';
      const kind = error ? 'error' : outcome.impact === 'minor' ? 'advice' : 'warn';
      return { form: 'box', kind, words: outcome.words };
    }
    default:
      return null;
  }
}

function annotation(finding: Finding, setting: SettingId, now: number): Annotation | null {
  const drawn = drawing(finding);
  if (!drawn) return null;
  const { outcome, observedAt } = finding;
  const certainty = outcome.kind === 'fail' && outcome.certainty !== 'confirmed' ? outcome.certainty : null;
  return {
    key: `${finding.check}@${finding.level}`,
    setting,
    ...drawn,
    sources: finding.sources,
    ...(observedAt === null
      ? {}
      : {
          seen: {
            key: now - observedAt < SAME_MOMENT ? 'note_seen_setting' : 'note_seen_facts',
            params: { age: ageOf(observedAt, now) },
          } as const,
        }),
    ...(certainty ? { certainty } : {}),
    folded: false,
    before: [],
  };
}

/** A note that already tells people's fates needs no second list, unless the change itself may cost somebody the connection. */
function worthSaying(note: Annotation, before: readonly Consequence[]): readonly Consequence[] {
  return note.words.people ? before.filter(({ kind }) => kind === 'warn') : before;
}

/** One open box or one line a setting; whatever else there is to say is folded to its title. */
function quiet(notes: readonly Annotation[], before: readonly Consequence[]): Annotation[] {
  const sorted = notes.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const boxes = sorted.filter((note) => note.form === 'box');
  const shown = boxes.length > 0 ? boxes : sorted.slice(0, 1);
  return shown.map((note, at) => ({
    ...note,
    folded: at > 0,
    before: at === 0 ? worthSaying(note, before) : [],
  }));
}

/** What saving would do; switches have a dialog of their own and are left to it. */
function unsavedNote({ id, value }: SettingReading, input: AnnotateInput): Annotation | null {
  const from = input.unsaved?.get(id);
  if (from === undefined || value === 'unknown' || value === 'off' || from === 'off') return null;
  if (JSON.stringify(from) === JSON.stringify(value)) return null;
  const acts = consequencesOf(
    { setting: id, value: from, level: input.level },
    input.consequences ?? CONSEQUENCES,
  );
  const act = acts.find((one) => one.act === 'change');
  if (!act) return null;
  return {
    key: `${act.id}@${input.level}`,
    setting: id,
    form: 'box',
    kind: act.kind,
    words: { ...act.words, peopleOpen: true },
    sources: act.sources,
    folded: false,
    before: [],
    unsaved: true,
  };
}

function notesOn(setting: SettingReading, input: AnnotateInput): SettingNotes {
  const { id, value, lock } = setting;
  const notes = input.findings
    .filter((finding) => finding.setting === id)
    .map((finding) => annotation(finding, id, input.now))
    .filter((note) => note !== null)
    .filter((note) => note.form === 'line' || !input.hidden.has(note.key));
  const isDecidedAbove = lock === 'locked-above';
  const acts = isDecidedAbove
    ? []
    : consequencesOf({ setting: id, value, level: input.level }, input.consequences ?? CONSEQUENCES);
  const locking = lock === 'locked' ? undefined : acts.find((act) => act.act === 'lock');
  const unsaved = unsavedNote(setting, input);
  // While a change waits to be saved, what the next one would do is noise.
  const before = unsaved ? [] : acts.filter((act) => act.act !== 'lock');
  return {
    setting: id,
    notes: [...(unsaved ? [unsaved] : []), ...quiet(notes, before)],
    ...(locking ? { lock: locking } : {}),
  };
}

/** Findings and consequences as drawing instructions, for every setting of which there is something to show. */
export function annotate(input: AnnotateInput): SettingNotes[] {
  return input.settings
    .map((setting) => notesOn(setting, input))
    .filter(({ notes, lock }) => notes.length > 0 || lock !== undefined);
}
