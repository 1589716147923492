import type { SyncState } from '../model/calendar.ts';
import { accept, adopt, forget } from './cells/account.ts';
import { advance, finish, resolve } from './cells/page.ts';
import { begin, recheck, resume, retryRarely } from './cells/run.ts';
import { still } from './cells/step.ts';
import { askPerson, coolDown, giveUp, hold, startOver } from './cells/trouble.ts';
import type { Cell, EventType } from './events.ts';

/** Nothing happens, on purpose. */
const ignore = (record: Parameters<Cell<EventType>>[0]) => still(record);

type Row = { readonly [Type in EventType]: Cell<Type> };

// What no state but `fetching` can hear: pages of a round that is not open any more.
const noRound = { page: ignore, master: ignore, settled: ignore, gone: ignore, broken: ignore };
const asleep = { ...noRound, wait: hold, person: askPerson };

/** Every state and every event: a missing cell does not compile. SPEC.md says each in words, and a test keeps the two together. */
export const TABLE: { readonly [State in SyncState]: Row } = {
  signedOut: {
    ...asleep,
    person: ignore,
    run: ignore,
    signedIn: adopt,
    signedOut: ignore,
    confirmShrink: ignore,
  },
  idle: { ...asleep, run: begin, signedIn: adopt, signedOut: forget, confirmShrink: ignore },
  fetching: {
    run: resume,
    page: advance,
    master: resolve,
    settled: finish,
    wait: coolDown,
    person: askPerson,
    gone: startOver,
    broken: giveUp,
    signedIn: adopt,
    signedOut: forget,
    confirmShrink: ignore,
  },
  coolingDown: { ...asleep, run: resume, signedIn: adopt, signedOut: forget, confirmShrink: ignore },
  needsPerson: { ...asleep, run: retryRarely, signedIn: adopt, signedOut: forget, confirmShrink: ignore },
  needsResync: { ...asleep, run: begin, signedIn: adopt, signedOut: forget, confirmShrink: ignore },
  suspectShrink: {
    ...asleep,
    person: ignore,
    run: recheck,
    signedIn: adopt,
    signedOut: forget,
    confirmShrink: accept,
  },
  failed: { ...asleep, run: resume, signedIn: adopt, signedOut: forget, confirmShrink: ignore },
};
