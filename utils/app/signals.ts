import { HOUR } from '../core/clock.ts';
import { toErrorInfo } from '../core/errors.ts';
import type { CloudId } from '../model/clouds.ts';
import type { AuthPort, Clock, FactStore, GraphPort, LogPort } from '../model/ports.ts';
import { PERSON_GOOD_FOR, readPerson, readSessions } from './person.ts';

/** The dates of `/me` are read at most this often beside the sync. */
const EVERY = HOUR;

export interface SignalsOptions {
  readonly auth: Pick<AuthPort, 'account'>;
  readonly graph: GraphPort;
  /** Microsoft cloud of the account. */
  readonly cloud: () => Promise<CloudId>;
  readonly facts: FactStore;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: LogPort;
}

export interface Signals {
  /** Reads the person and the two dates; without them a sign-in is still a success, so failures go to the log. */
  read(): Promise<void>;
  /** Whether somebody is signed in and the last reading is an hour old. */
  isDue(): Promise<boolean>;
}

/** The collector of what Microsoft says about the person: facts, no judgement. */
export function createSignals({ auth, graph, cloud, facts, clock, log }: SignalsOptions): Signals {
  const common = { source: 'microsoft-graph', goodFor: PERSON_GOOD_FOR } as const;

  async function readDates(): Promise<void> {
    try {
      const sessions = await readSessions(graph, await cloud());
      await facts.put('microsoft/sessions', { ...common, value: sessions, observedAt: clock.now() });
    } catch (error) {
      const info = toErrorInfo(error);
      await log(`sessions/${info.code}`);
      // Refused for good: no signal, and no old one posing as today's.
      if (info.who === 'blocked') await facts.remove(['microsoft/sessions']);
    }
  }

  return {
    async read() {
      try {
        const person = await readPerson(graph, await cloud());
        await facts.put('microsoft/person', { ...common, value: person, observedAt: clock.now() });
      } catch (error) {
        await log(`person/${toErrorInfo(error).code}`);
        return;
      }
      await readDates();
    },
    async isDue() {
      if (!(await auth.account())) return false;
      const last = (await facts.book())['microsoft/person']?.observedAt ?? 0;
      const age = clock.now() - last;
      return age < 0 || age >= EVERY;
    },
  };
}
