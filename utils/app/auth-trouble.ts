import { DAY } from '../core/clock.ts';
import type { ErrorInfo } from '../core/errors.ts';
import { toErrorInfo } from '../core/errors.ts';
import type { SignInTroubleFact } from '../model/facts.ts';
import type { AuthPort, Clock, FactStore } from '../model/ports.ts';
import { SCOPES } from '../model/scopes.ts';

/** Trouble stays until a success removes it; past this even its words are old. */
const TROUBLE_GOOD_FOR = 7 * DAY;

export type Step = SignInTroubleFact['step'];

export interface Trouble {
  /** Keeps the last thing sign-in had to say. Closed windows are no trouble, and passing faults do not outlive their moment. */
  note(step: Step, error: ErrorInfo): Promise<void>;
  /** A success takes away what it disproves: the calendar's grant everything, a mere sign-in not the calendar's refusal. */
  clear(proof: 'sign-in' | 'calendar'): Promise<void>;
}

export function createTrouble(facts: FactStore, clock: Pick<Clock, 'now'>): Trouble {
  return {
    async note(step, error) {
      if (error.who === 'cancelled' || error.who === 'wait') return;
      const value = { error, step };
      await facts.put('microsoft/trouble', {
        value,
        source: 'microsoft-entra',
        observedAt: clock.now(),
        goodFor: TROUBLE_GOOD_FOR,
      });
    },
    async clear(proof) {
      const known = (await facts.book())['microsoft/trouble'];
      if (known && (proof === 'calendar' || known.value.step !== 'calendar'))
        await facts.remove(['microsoft/trouble']);
    },
  };
}

const isCalendar = (scopes: readonly string[]) => SCOPES.calendar.some((scope) => scopes.includes(scope));

/**
 * Sign-in as the sync uses it: a silent token for the calendar that was refused leaves its reason as a fact, the next one
 * given takes it away. Passing faults (offline, throttled) are the sync's own to tell.
 */
export function watchSilentTokens(auth: AuthPort, trouble: Trouble): AuthPort {
  // Unknown after each wake, so the first success looks once.
  let mayBeTroubled = true;
  return {
    ...auth,
    async token(scopes, want) {
      if (want.interactive || !isCalendar(scopes)) return auth.token(scopes, want);
      try {
        const token = await auth.token(scopes, want);
        if (mayBeTroubled) await trouble.clear('calendar');
        mayBeTroubled = false;
        return token;
      } catch (error) {
        const info = toErrorInfo(error);
        if ((info.who === 'person' || info.who === 'blocked') && (await auth.account())) {
          mayBeTroubled = true;
          await trouble.note('silent', info);
        }
        throw error;
      }
    },
  };
}
