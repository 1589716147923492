import type { DialogClue } from '../checks/index.ts';
import { annotate, consequenceOf, NOTE_CHECKS, runChecks } from '../checks/index.ts';
import type { PortalFact } from '../model/facts.ts';
import { MINUTE } from '../core/clock.ts';
import type { GuidanceContext } from '../model/messages.ts';
import type { Annotation, DialogPlacement, NotesPort, Placement } from '../model/notes.ts';
import type { PageHook } from '../model/page-hook.ts';
import type { PageRules } from '../model/policy.ts';
import type { Clock, Send } from '../model/ports.ts';
import type { Level, PortalSnapshot, SettingId } from '../model/settings.ts';
import { LEVEL_OF } from '../model/settings.ts';
import { createContext } from './guidance-context.ts';
import { createReport, type Later } from './guidance-report.ts';
import { createTouches } from './guidance-touch.ts';

/** The portal's open dialog, as far as it can be read. */
export interface OpenDialog<Node> {
  readonly element: Node;
  readonly insertBefore: Node | null;
  readonly titleSetting?: SettingId;
  readonly act: NonNullable<DialogClue['act']> | null;
}

export interface GuidanceOptions<Node> {
  readonly read: (rules: PageRules) => PortalSnapshot<Node>;
  /** What the page speaks for by its address: host, and group. */
  readonly scope?: () => string | undefined;
  readonly readDialog: () => OpenDialog<Node> | null;
  readonly notes: NotesPort<Node>;
  readonly send: Send;
  readonly clock: Clock;
  /** Runs once after ms; gives a function that takes it back. */
  readonly later: Later;
  readonly signal: AbortSignal;
}

export interface GuidanceSession<Node> extends Pick<PageHook<Node>, 'snapshot' | 'subscribe' | 'tell'> {
  /** Looks at the page and brings the notes up to it. Called when the page or its address changed. */
  readonly scan: () => void;
  /** The person acted on the page; the nodes the event went through, innermost first. */
  touched(path: readonly unknown[]): void;
  /** The person hid a note for good. */
  hide(key: string): void;
  /** The document is being left. */
  leave(): void;
}

function settingsOf(snapshot: PortalSnapshot): PortalFact['settings'] {
  return Object.fromEntries(snapshot.settings.map(({ id, value, lock }) => [id, { value, lock }]));
}

/** Flow A of DESIGN 3.1: gate, read, judge, draw; and tell the worker what was seen. */
export function createGuidanceSession<Node>(options: GuidanceOptions<Node>): GuidanceSession<Node> {
  const { read, scope = () => undefined, readDialog, notes, send, clock, later, signal } = options;
  const context = createContext({ send, later, onKnown: () => scan() });
  const report = createReport(send, later);
  const touches = createTouches(clock);
  let snapshot: PortalSnapshot<Node> | null = null;
  const listeners = new Set<(seen: PortalSnapshot<Node>) => void>();
  let lastScope: string | undefined;
  let dialog: { readonly element: Node; readonly placement: DialogPlacement<Node> | null } | null = null;
  let outcomes = new Map<SettingId, string>();
  let judged: { readonly of: readonly unknown[]; readonly placements: readonly Placement<Node>[] } | null =
    null;

  /** What the account has, as far as the page shows it: a choice not saved yet is nobody's setting. */
  const asSaved = (seen: PortalSnapshot<Node>): PortalSnapshot<Node> => {
    const unsaved = touches.unsaved();
    if (unsaved.size === 0) return seen;
    const settings = seen.settings.map((one) =>
      unsaved.has(one.id) ? ({ ...one, value: unsaved.get(one.id) } as typeof one) : one,
    );
    return { ...seen, settings };
  };
  const isBeingChanged = ({ settings }: PortalSnapshot<Node>): boolean => {
    const unsaved = touches.unsaved();
    return settings.some(
      ({ id, value }) => unsaved.has(id) && JSON.stringify(unsaved.get(id)) !== JSON.stringify(value),
    );
  };
  const clear = () => {
    dialog = null;
    notes.show({ look: 'new', settings: [], dialog: null });
  };
  const forgetActs = () => {
    touches.forget();
    outcomes = new Map();
  };
  const leavePage = () => {
    context.leave();
    forgetActs();
    clear();
  };

  /** Decided once a dialog: what it is about does not change while it is open. */
  const dialogPlacement = (level: Level, known: PortalFact['settings']): DialogPlacement<Node> | null => {
    const open = readDialog();
    if (!open) dialog = null;
    else if (dialog?.element !== open.element) {
      const { element, insertBefore, titleSetting, act } = open;
      const consequence = consequenceOf({
        clue: { ...(titleSetting ? { setting: titleSetting } : {}), ...(act ? { act } : {}) },
        touch: touches.fresh(),
        values: (id) => known[id]?.value,
        level,
      });
      const before = insertBefore === null ? {} : { insertBefore };
      dialog = { element, placement: consequence && { element, ...before, consequence } };
    }
    return dialog?.placement ?? null;
  };

  /** An outcome that changed under the person's hand is read out, once; nothing else ever is. */
  const announceChanges = (placements: readonly Placement<Node>[]) => {
    const now = new Map<SettingId, Annotation>();
    for (const { notes: drawn } of placements) if (drawn[0]) now.set(drawn[0].setting, drawn[0]);
    const touched = touches.fresh()?.setting;
    const note = touched && now.get(touched);
    const before = touched && outcomes.get(touched);
    outcomes = new Map([...now].map(([id, { key, kind }]) => [id, `${key} ${kind}`]));
    if (note && before !== undefined && before !== outcomes.get(note.setting)) notes.announce(note);
  };

  /**
   * What to draw. The reader gives the very same object for a page on which nothing changed: within the minute, by which
   * ages are shown, such a page has the same answer, and the hand that draws knows it by being the same too.
   */
  const judge = (seen: PortalSnapshot<Node>, level: Level, known: GuidanceContext) => {
    const { hidden } = context;
    const unsaved = touches.unsaved();
    const now = clock.now();
    const of = [seen, known, hidden.size, JSON.stringify([...unsaved]), Math.floor(now / MINUTE)];
    if (!judged || of.some((one, at) => one !== judged?.of[at])) {
      const settings = settingsOf(seen);
      const { facts, cloud, rules = {} } = known;
      const findings = runChecks(NOTE_CHECKS, {
        settings,
        facts,
        now,
        level,
        rules,
        ...(cloud ? { cloud } : {}),
      });
      judged = { of, placements: annotate({ findings, snapshot: seen, hidden, level, now, unsaved }) };
    }
    return judged.placements;
  };
  const draw = (seen: PortalSnapshot<Node>, level: Level, known: GuidanceContext) => {
    const placements = judge(seen, level, known);
    const dialogNote = dialogPlacement(level, settingsOf(seen));
    notes.show({ look: seen.look, settings: placements, dialog: dialogNote });
    announceChanges(placements);
  };

  function scan(): void {
    if (signal.aborted) return;
    look(read(context.rules()));
    // Scripts loaded later are told what the account has, not what somebody is about to choose.
    if (snapshot) for (const listener of listeners) listener(asSaved(snapshot));
  }

  function look(seen: PortalSnapshot<Node>): void {
    const here = scope();
    // A choice not saved in one group is nobody's in the next.
    if (here !== lastScope) forgetActs();
    lastScope = here;
    snapshot = seen;
    // Other settings come and go with the choice: until it is saved the page shows nobody's settings.
    if (!isBeingChanged(seen)) report.seen(seen, here);
    const { page } = seen;
    if (page === null || page === 'meetings') return leavePage();
    // A page may lose its contents for a moment while it loads others; what is known of it stays known.
    const level = LEVEL_OF[page];
    const isUnfamiliar = seen.recognition === 'unrecognised';
    // What was taught may make it a page we know.
    const known = isUnfamiliar || seen.recognition === 'recognised' ? context.of(page, level) : null;
    if (seen.recognition !== 'recognised') return clear();
    if (known) draw(seen, level, known);
  }

  signal.addEventListener(
    'abort',
    () => {
      report.stop();
      context.leave();
      listeners.clear();
    },
    { once: true },
  );
  return {
    scan,
    snapshot: () => snapshot && asSaved(snapshot),
    subscribe(listener, until) {
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
    tell(extras) {
      const page = snapshot?.page ?? null;
      const level = page === null || page === 'meetings' ? null : LEVEL_OF[page];
      return report.tell(extras).then((isTold) => {
        if (isTold && extras.taught && page && level) context.renew(page, level);
        return isTold;
      });
    },
    touched: (path) => touches.on(path, snapshot?.settings ?? []),
    hide(key) {
      context.hide(key);
      void report.tell({ hide: [key] });
      scan();
    },
    leave: () => report.leave(),
  };
}
