import type { SimClock } from '../../clock/index.ts';
import { createEdits, type Edits } from './edits.ts';
import { populate, type Populate } from './generate.ts';
import { createIds, type Ids } from './ids.ts';
import { type Contents, createContents, rowsWithin, type Span } from './model.ts';
import { agendaOf, type TruthRow, truthOf } from './truth.ts';

export type { TruthRow };

/** One mailbox's calendar: what tests and the tour may do to it. */
export interface CalendarSim extends Edits {
  /** The rows a perfect client must hold for `[start, end)`, ms since the epoch. */
  truth(window: Span): TruthRow[];
  /** What a reader of them must see: instances with their series' words. */
  agenda(window: Span): TruthRow[];
  /** Immutable id of a uid. */
  idOf(uid: string): string;
  /** Uid of the first event in the window with this subject. */
  find(subject: string, window: Span): string;
  readonly contents: Contents;
  readonly ids: Ids;
}

export function createCalendar(options: {
  mailbox: string;
  clock: SimClock;
  populate?: Populate;
}): CalendarSim {
  const contents = createContents();
  const ids = createIds(options.mailbox);
  const edits = createEdits(contents, options.clock, (id) => ids.uidOf(id) ?? id);
  if (options.populate) populate(edits, contents, options.populate);
  return {
    ...edits,
    contents,
    ids,
    truth: (window) => truthOf(contents, ids, window),
    agenda: (window) => agendaOf(contents, ids, window),
    idOf: (uid) => ids.of(uid).immutable,
    find(subject, window) {
      const row = rowsWithin(contents, window).find(({ fields }) => fields.subject === subject);
      if (!row) throw new Error(`no such event in the window: ${subject}`);
      return row.uid;
    },
  };
}
