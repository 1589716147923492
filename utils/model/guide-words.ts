import type { GuideResult } from './guide.ts';
import type { Message } from './words.ts';

/** A length of time in words, from ms: seconds under two minutes, then minutes. */
export function timeTaken(ms: number): Message {
  const seconds = Math.max(1, Math.round(ms / 1_000));
  return seconds < 120
    ? { key: 'guide_seconds', params: { count: seconds } }
    : { key: 'guide_minutes', params: { count: Math.round(seconds / 60) } };
}

/** How a guide ended, as the value of a fact. */
export function resultWords({ verdict, startedAt, endedAt, done, total }: GuideResult): Message {
  return verdict === 'passed'
    ? { key: 'guide_fact_passed', params: { time: timeTaken(endedAt - startedAt) } }
    : { key: 'guide_fact_stopped', params: { done, total } };
}
