import {
  GUIDE_STEPS,
  type GuideLook,
  type GuideProof,
  type GuideRun,
  type GuideStep,
} from '../model/guide.ts';
import { seenBySetup, seenByTest, type Seen } from './seen.ts';

/** What happens to a guide; `at` in ms since the epoch. */
export type GuideEvent =
  | { readonly type: 'look'; readonly look: GuideLook; readonly at: number }
  /** With the last look at the page, where there was one: what a person says stands where the page does not show otherwise. */
  | { readonly type: 'confirm'; readonly step: GuideStep; readonly at: number; readonly look?: GuideLook }
  | { readonly type: 'fold'; readonly folded: boolean }
  | { readonly type: 'non-admin' }
  | { readonly type: 'end'; readonly at: number };

/** Steps the page cannot prove, or not on every portal: the person may say that they are done. */
export const CONFIRMABLE: ReadonlySet<GuideStep> = new Set<GuideStep>([
  'consent',
  'service',
  'method',
  'permissions',
  'microsoft',
]);

/** @param consentAt when the audit of Entra last saw both sides of consent match, ms since the epoch; absent: it has not */
export function begin(kind: GuideRun['kind'], at: number, consentAt?: number): GuideRun {
  const isMatched = kind === 'setup' && consentAt !== undefined;
  return { kind, startedAt: at, steps: isMatched ? { consent: { at: consentAt, by: 'entra' } } : {} };
}

const isDone = ({ kind, steps }: GuideRun) => GUIDE_STEPS[kind].every((step) => steps[step] !== undefined);

/** The guide after an event; the very same object when nothing changed. One that has ended only folds. */
export function advance(run: GuideRun, event: GuideEvent): GuideRun {
  if (event.type === 'fold') {
    const { folded, ...open } = run;
    if (event.folded === (folded === true)) return run;
    return event.folded ? { ...open, folded: true } : open;
  }
  if (run.endedAt !== undefined) return run;
  switch (event.type) {
    case 'end':
      return { ...run, endedAt: event.at, verdict: 'stopped' };
    case 'non-admin':
      return run.nonAdmin ? run : { ...run, nonAdmin: true };
    case 'confirm':
      if (!CONFIRMABLE.has(event.step) || run.steps[event.step]) return run;
      return confirmed(run, event);
    default:
      return settle(looked(run, event.look, event.at), event.at);
  }
}

function settle(run: GuideRun, at: number): GuideRun {
  return isDone(run) ? { ...run, endedAt: at, verdict: 'passed' } : run;
}

function tick(run: GuideRun, step: GuideStep, at: number, by: GuideProof): GuideRun {
  return run.steps[step] ? run : { ...run, steps: { ...run.steps, [step]: { at, by } } };
}

function confirmed(run: GuideRun, { step, at, look }: Extract<GuideEvent, { type: 'confirm' }>): GuideRun {
  const said = tick(run, step, at, 'you');
  const now = look ? looked(said, look, at) : said;
  return now.steps[step] ? settle(now, at) : run;
}

function looked(run: GuideRun, look: GuideLook, at: number): GuideRun {
  const connection = look.settings['profile-connection'];
  let now = run;
  if (run.kind === 'test' && statusOf(connection) === 'not-connected' && !run.apart)
    now = { ...run, apart: true };
  const seen: Seen = run.kind === 'test' ? seenByTest(look, now) : seenBySetup(look);
  for (const [id, proof] of Object.entries(seen) as [GuideStep, GuideProof | false][]) {
    if (proof !== false) now = tick(now, id, at, proof);
    else if (now.steps[id]) {
      // The list tells what the page shows now, whoever said otherwise before.
      const { [id]: _gone, ...steps } = now.steps;
      now = { ...now, steps };
    }
  }
  return now;
}

function statusOf(connection: unknown): unknown {
  return typeof connection === 'object' && connection !== null && 'status' in connection
    ? connection.status
    : undefined;
}
