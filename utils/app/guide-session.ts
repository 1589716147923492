import { advance, begin, contradiction, type GuideEvent, guideView } from '../guide/index.ts';
import {
  GUIDE_STEPS,
  type GuideKind,
  type GuideLook,
  type GuideNames,
  type GuideRun,
  type GuideStep,
  type GuideView,
  toGuideRun,
} from '../model/guide.ts';
import type { PageHook, PageOrder } from '../model/page-hook.ts';
import type { Clock } from '../model/ports.ts';
import type { PortalSnapshot } from '../model/settings.ts';
import type { Message } from '../model/words.ts';

/** The hand that draws a guide. */
export interface GuidePanel {
  show(view: GuideView): void;
  announce(message: Message): void;
  /** The keyboard goes to the guide. */
  focus(): void;
  clear(): void;
}

/** What the person does on the panel. */
export interface GuideActs {
  readonly confirm: (step: GuideStep) => void;
  readonly fold: (folded: boolean) => void;
  readonly nonAdmin: () => void;
  readonly end: () => void;
  readonly close: () => void;
}

export interface GuideOptions<Node> {
  readonly hook: Pick<PageHook<Node>, 'snapshot' | 'subscribe' | 'tell' | 'signal'>;
  /** How far the portal's own dialog is. */
  readonly dialog: () => GuideLook['dialog'];
  /** What the page calls the things a guide speaks of. */
  readonly names: (seen: PortalSnapshot<Node>) => GuideNames;
  readonly panel: (acts: GuideActs, signal: AbortSignal) => GuidePanel;
  readonly clock: Pick<Clock, 'now'>;
}

const isKind = (value: unknown): value is GuideKind => value === 'test' || value === 'setup';

/** A guide on one page: looks, ticks, draws, and tells the worker, who carries it to the next page. */
export function createGuideSession<Node>({
  hook,
  dialog,
  names: namesOn,
  panel: createPanel,
  clock,
}: GuideOptions<Node>) {
  let run: GuideRun | null = null;
  let panel: GuidePanel | null = null;
  let end = new AbortController();
  let names: GuideNames = {};
  let last: GuideLook | null = null;
  /** The step whose tick the page did not bear out: said by the person, or taken back. */
  let doubted: GuideStep | null = null;
  let drawn = '';
  let said = '';

  const lookOf = ({ page, recognition, settings }: PortalSnapshot<Node>): GuideLook => ({
    page,
    recognition,
    settings: Object.fromEntries(settings.map(({ id, value }) => [id, value])),
    dialog: page === 'profile' ? dialog() : null,
  });

  const contradictionOf = (of: GuideRun) => doubted && last && contradiction(of, doubted, last, names);
  const viewOf = (of: GuideRun): GuideView => {
    const message = contradictionOf(of);
    return guideView(of, { names, against: doubted && message ? { step: doubted, message } : null });
  };
  /** Draws where something is to be seen of it. */
  const draw = () => {
    if (!run) return;
    const view = viewOf(run);
    const now = JSON.stringify(view);
    if (now === drawn) return;
    drawn = now;
    panel?.show(view);
  };

  /** Read out: what was ticked, and last of all the verdict. */
  const announce = (before: GuideRun, after: GuideRun) => {
    const view = viewOf(after);
    if (view.verdict && before.endedAt === undefined) return panel?.announce(view.verdict.title);
    const step = GUIDE_STEPS[after.kind].findLastIndex((id) => after.steps[id] && !before.steps[id]) + 1;
    if (step > 0) panel?.announce({ key: 'guide_said_step', params: { step, total: view.total } });
  };

  /** @returns the step that is doubted now; null where what the person said stands, or nobody said anything */
  const doubtOf = (before: GuideRun, after: GuideRun, event: GuideEvent): GuideStep | null => {
    // A person who signed in at Microsoft waits for what only the page can show.
    if (event.type === 'confirm') return after.steps[event.step] ? 'connected' : event.step;
    const gone = GUIDE_STEPS[after.kind].find((id) => before.steps[id] && !after.steps[id]);
    return gone ?? (doubted && after.steps[doubted] ? null : doubted);
  };
  const take = (event: GuideEvent) => {
    if (!run) return;
    const before = run;
    run = advance(before, event);
    doubted = doubtOf(before, run, event);
    draw();
    const against = contradictionOf(run);
    const now = JSON.stringify(against);
    // Said again at each press, for it is the answer to it.
    if (against && (event.type === 'confirm' || now !== said)) panel?.announce(against);
    else if (run !== before) announce(before, run);
    said = now;
    if (run !== before) void hook.tell({ guide: run });
  };
  const noted = (seen: PortalSnapshot<Node>): GuideLook => {
    names = { ...names, ...namesOn(seen) };
    return (last = lookOf(seen));
  };
  const look = (seen: PortalSnapshot<Node> | null) => {
    if (seen) take({ type: 'look', look: noted(seen), at: clock.now() });
  };
  const close = () => {
    end.abort();
    panel?.clear();
    panel = null;
    run = null;
  };

  const acts: GuideActs = {
    confirm: (step) => {
      const seen = hook.snapshot();
      take({ type: 'confirm', step, at: clock.now(), ...(seen ? { look: noted(seen) } : {}) });
    },
    fold: (folded) => take({ type: 'fold', folded }),
    nonAdmin: () => take({ type: 'non-admin' }),
    end: () => take({ type: 'end', at: clock.now() }),
    close,
  };

  const open = (given: GuideRun) => {
    end.abort();
    panel?.clear();
    end = new AbortController();
    run = given;
    [doubted, drawn, said] = [null, '', ''];
    panel = createPanel(acts, AbortSignal.any([end.signal, hook.signal]));
    draw();
    hook.subscribe(look, end.signal);
    look(hook.snapshot());
  };
  hook.signal.addEventListener('abort', close, { once: true });

  return {
    /** `{ start: 'test' | 'setup' }` from a person's act; `{ resume: run }` from the worker after a page was left. */
    order({ start, resume, consentAt }: PageOrder): void {
      if (isKind(start)) {
        if (run?.kind === start && run.endedAt === undefined) acts.fold(false);
        else {
          const fresh = begin(start, clock.now(), typeof consentAt === 'number' ? consentAt : undefined);
          open(fresh);
          // Even a guide that has nothing ticked yet goes on after a reload.
          void hook.tell({ guide: run ?? fresh });
        }
        panel?.focus();
        return;
      }
      const given = toGuideRun(resume);
      if (given && !run) open(given);
    },
  };
}
