import type { Guidance, GuidanceRequest } from '../model/messages.ts';
import type { Annotation, DialogClue, DialogPlacement, NotesPort, Placement } from '../model/notes.ts';
import type { PageHook } from '../model/page-hook.ts';
import type { PageRules } from '../model/policy.ts';
import type { Clock, Send } from '../model/ports.ts';
import type {
  DetectedSetting,
  PageId,
  PortalSnapshot,
  SettingId,
  SettingReading,
} from '../model/settings.ts';
import { createContext } from './guidance-context.ts';
import { placementsOf } from './guidance-place.ts';
import { createFinder } from './guidance-finder.ts';
import { createReport, type Later, type Observe } from './guidance-report.ts';
import { createTouches } from './guidance-touch.ts';

/** The portal's open dialog, as far as it can be read. */
export interface OpenDialog<Node> {
  readonly element: Node;
  readonly insertBefore: Node | null;
  readonly titleSetting?: SettingId;
  readonly act: NonNullable<DialogClue['act']> | null;
}

export interface GuidanceOptions<Node> {
  readonly read: (rules: Pick<PageRules, 'labels' | 'locators'>) => PortalSnapshot<Node>;
  /** What of a look is told to the worker. */
  readonly observe: Observe;
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

type Page = Exclude<PageId, 'meetings'>;

const NOTHING = { look: 'new', settings: [], dialog: null } as const;

interface Dialog<Node> {
  readonly open: OpenDialog<Node>;
  readonly about: NonNullable<GuidanceRequest['dialog']>;
  /** What the worker said of it; `null`: that there is nothing to say. */
  answer?: Guidance['dialog'] | null;
}

/** What the worker is asked of a page: its settings as data, and what of them waits to be saved. */
function questionOf(
  page: Page,
  settings: readonly DetectedSetting[],
  unsaved: ReadonlyMap<SettingId, unknown>,
): GuidanceRequest {
  const before = [...unsaved].map(([id, value]) => ({ id, value, lock: 'unknown' }) as SettingReading);
  return {
    page,
    settings: settings.map(({ id, value, lock }) => ({ id, value, lock })),
    ...(before.length === 0 ? {} : { unsaved: before }),
  };
}

/** Flow A of DESIGN 3.1, the page's part: gate, read, ask what belongs there, draw; and tell the worker what was seen. */
export function createGuidanceSession<Node>(options: GuidanceOptions<Node>): GuidanceSession<Node> {
  const { read, observe, scope = () => undefined, readDialog, notes, send, clock, later, signal } = options;
  const context = createContext({ send, clock, later, onKnown: () => scan() });
  const report = createReport(send, later, observe);
  const finder = createFinder({
    ask: () => report.tell({ lacks: 'taught' }),
    again: () => scan(),
    clock,
    later,
  });
  const touches = createTouches(clock);
  let snapshot: PortalSnapshot<Node> | null = null;
  const listeners = new Set<(seen: PortalSnapshot<Node>) => void>();
  let lastScope: string | undefined;
  let dialog: Dialog<Node> | null = null;
  let outcomes = new Map<SettingId, string>();
  /** Hidden on this page, before the worker has heard of it. */
  const hidden = new Set<string>();
  let placed: { readonly of: readonly unknown[]; readonly placements: readonly Placement<Node>[] } | null =
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
    notes.show(NOTHING);
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

  /** Known once a dialog: what it is about does not change while it is open. */
  const meetDialog = () => {
    const open = readDialog();
    if (!open) dialog = null;
    else if (dialog?.open.element !== open.element) {
      const { titleSetting, act } = open;
      const touch = touches.fresh();
      const clue = { ...(titleSetting ? { setting: titleSetting } : {}), ...(act ? { act } : {}) };
      dialog = { open, about: { clue, ...(touch ? { touch } : {}) } };
    }
    return dialog?.about;
  };
  const dialogPlacement = (known: Guidance, isCurrent: boolean): DialogPlacement<Node> | null => {
    if (!dialog) return null;
    if (isCurrent && dialog.answer === undefined) dialog.answer = known.dialog ?? null;
    const { open, answer } = dialog;
    const before = open.insertBefore === null ? {} : { insertBefore: open.insertBefore };
    return answer ? { element: open.element, ...before, consequence: answer } : null;
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
   * Where what is known goes. The reader gives the very same object for a page on which nothing changed: with the same answer
   * such a page has the same notes, and the hand that draws knows it by being given the same too.
   */
  const place = (seen: PortalSnapshot<Node>, known: Guidance) => {
    const of = [seen, known, hidden.size];
    if (!placed || of.some((one, at) => one !== placed?.of[at]))
      placed = { of, placements: placementsOf(seen.settings, known.notes, hidden) };
    return placed.placements;
  };
  const draw = (seen: PortalSnapshot<Node>, known: Guidance, isCurrent: boolean) => {
    const placements = place(seen, known);
    notes.show({ look: seen.look, settings: placements, dialog: dialogPlacement(known, isCurrent) });
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
    finder.look(seen.lacks === true);
    const { page } = seen;
    if (page === null || page === 'meetings') return leavePage();
    const isRecognised = seen.recognition === 'recognised';
    // A page may lose its contents for a moment while it loads others; what is known of it stays known.
    if (!isRecognised && seen.recognition !== 'unrecognised') return clear();
    // Of an unfamiliar page too: what was taught may make it one we know.
    const about = isRecognised ? meetDialog() : undefined;
    const question = questionOf(page, isRecognised ? seen.settings : [], touches.unsaved());
    const known = context.of(about ? { ...question, dialog: about } : question);
    if (isRecognised && known) draw(seen, known.context, known.isCurrent);
    else notes.show(NOTHING);
  }

  signal.addEventListener(
    'abort',
    () => {
      report.stop();
      finder.stop();
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
      return report.tell(extras).then((isTold) => {
        if (isTold && extras.taught) context.renew();
        return isTold;
      });
    },
    touched: (path) => touches.on(path, snapshot?.settings ?? []),
    hide(key) {
      hidden.add(key);
      scan();
      // Another note may take its place.
      void report.tell({ hide: [key] }).then((isTold) => isTold && context.renew());
    },
    leave: () => report.leave(),
  };
}
