import {
  GUIDE_STEPS,
  type GuideNames,
  type GuideProof,
  type GuideRun,
  type GuideStep,
  type GuideStepView,
  type GuideView,
} from '../model/guide.ts';
import { timeTaken } from '../model/guide-words.ts';
import type { Message } from '../model/words.ts';
import { CONFIRMABLE } from './advance.ts';
import { stepWords } from './words.ts';

const PROOF: Readonly<Record<GuideProof, Message['key']>> = {
  seen: 'guide_seen',
  entra: 'guide_entra',
  you: 'guide_you',
  follows: 'guide_follows',
};

/** What the page adds to a guide: its own words, and what it shows against a step. */
export interface PageSide {
  readonly names?: GuideNames;
  readonly against?: { readonly step: GuideStep; readonly message: Message } | null;
}

function stepView(run: GuideRun, id: GuideStep, now: GuideStep | undefined, page: PageSide): GuideStepView {
  const { title, detail } = stepWords(id, page.names ?? {});
  const done = run.steps[id];
  if (done) {
    const params = { time: { at: done.at, style: 'time' } as const };
    return {
      id,
      state: 'done',
      title,
      detail: { key: PROOF[done.by], params },
      against: false,
      confirm: false,
    };
  }
  const isNow = id === now;
  const confirm = isNow && CONFIRMABLE.has(id);
  const against = page.against?.step === id ? page.against.message : null;
  return {
    id,
    state: isNow ? 'now' : 'todo',
    title,
    detail: against ?? detail,
    against: against !== null,
    confirm,
  };
}

function verdictOf(
  { kind, startedAt, endedAt, verdict, nonAdmin }: GuideRun,
  done: number,
): GuideView['verdict'] {
  if (endedAt === undefined || verdict === undefined) return null;
  const time = timeTaken(endedAt - startedAt);
  const total = GUIDE_STEPS[kind].length;
  if (verdict === 'stopped')
    return {
      passed: false,
      title: { key: 'guide_stopped' },
      text: { key: 'guide_stopped_text', params: { done, total, time } },
    };
  if (kind === 'setup')
    return {
      passed: true,
      title: { key: 'guide_setup_passed' },
      text: { key: 'guide_setup_passed_text', params: { time } },
    };
  return {
    passed: true,
    title: { key: 'guide_test_passed' },
    text: { key: nonAdmin ? 'guide_test_passed_text' : 'guide_test_passed_maybe_admin', params: { time } },
  };
}

/** What to draw of a guide, on a page with words of its own. */
export function guideView(run: GuideRun, page: PageSide = {}): GuideView {
  const ids: readonly GuideStep[] = GUIDE_STEPS[run.kind];
  const now = ids.find((id) => !run.steps[id]);
  const isOver = run.endedAt !== undefined;
  const steps = ids.map((id) => stepView(run, id, isOver ? undefined : now, page));
  const done = steps.filter(({ state }) => state === 'done').length;
  return {
    title: { key: run.kind === 'test' ? 'guide_test_title' : 'guide_setup_title' },
    done,
    total: steps.length,
    folded: run.folded === true,
    side: steps.some(({ id, state }) => id === 'toggle' && state === 'now') ? 'start' : 'end',
    steps,
    ask: run.kind === 'test' && !run.nonAdmin && !isOver ? { key: 'guide_non_admin' } : null,
    verdict: verdictOf(run, done),
  };
}
