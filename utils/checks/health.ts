import { MINUTE } from '../core/clock.ts';
import { heldUntil } from '../model/calendar.ts';
import type { HealthInput, HealthView, Verdict } from '../model/health.ts';
import { healthFacts, unfamiliarPageSeen } from './health-facts.ts';
import { forecast } from './health-forecast.ts';
import { ANSWER_LIMIT, GREEN_LIMIT, RUN_LIMIT } from './health-limits.ts';
import { otherMailboxView, showsOtherMailbox } from './health-mailbox.ts';
import { personNeeded } from './health-person.ts';
import { lossView, personView } from './health-trouble.ts';
import {
  halfKnownView,
  healthyView,
  staleView,
  unreadView,
  waitingView,
  workingView,
} from './health-views.ts';

function withoutMicrosoft(input: HealthInput): Verdict {
  const seenPortal = (['portal/profile', 'portal/user', 'portal/group', 'portal/account'] as const).some(
    (key) => input.facts[key] !== undefined,
  );
  return halfKnownView(input, seenPortal);
}

function withMicrosoft(input: HealthInput): Verdict {
  const { sync, now } = input;
  const lastAnswer = sync?.completedAt;
  // An answer from the future was dated by a clock that was wrong: it is of no known age, and never green.
  const age =
    lastAnswer === undefined || lastAnswer - now > MINUTE ? Number.POSITIVE_INFINITY : now - lastAnswer;
  const running =
    sync?.state === 'fetching' &&
    sync.attemptedAt !== undefined &&
    Math.abs(now - sync.attemptedAt) < RUN_LIMIT;
  const waiting = sync !== null && heldUntil(sync, now) !== null;
  if (running) return workingView(input, lastAnswer ?? null);
  if (lastAnswer === undefined) return waiting ? waitingView(input) : unreadView(input);
  if (age > ANSWER_LIMIT) return staleView(input, lastAnswer, ANSWER_LIMIT);
  // Offline nobody waits for the server's moment: what was known is told, and that the network is away.
  if (waiting && input.online) return waitingView(input);
  if (waiting || age > GREEN_LIMIT || sync?.state === 'failed')
    return staleView(input, lastAnswer, GREEN_LIMIT);
  return showsOtherMailbox(input.facts)
    ? otherMailboxView(input, lastAnswer)
    : healthyView(input, lastAnswer);
}

function verdict(input: HealthInput): Verdict {
  const loss = forecast(input.facts, input.now);
  if (loss && !('certainty' in loss)) return lossView(loss, input);
  const person = personNeeded(input);
  if (person) return personView(person, input, loss);
  // What the portal alone can tell is told without a Microsoft sign-in.
  if (!input.account && loss?.kind !== 'ews') return withoutMicrosoft(input);
  return loss ? lossView(loss, input) : withMicrosoft(input);
}

/**
 * Whether the link between Zoom and the Microsoft 365 calendar is healthy, as far as the facts tell.
 *
 * The order is by what a person needs first: a loss Zoom itself confirms, an act only a person can do, a likely loss, then
 * the state of our own reading. Green needs an answer younger than {@link GREEN_LIMIT}; past {@link ANSWER_LIMIT} all is grey.
 */
export function health(input: HealthInput): HealthView {
  const { sync, now } = input;
  const asOf = sync?.completedAt;
  return {
    ...verdict(input),
    facts: healthFacts(input),
    calendarAsOf: asOf !== undefined && now - asOf > GREEN_LIMIT ? asOf : null,
    unfamiliarAt: unfamiliarPageSeen(input.facts, now),
  };
}
