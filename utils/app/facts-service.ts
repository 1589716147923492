import type { GuidanceContext, PortalObservation } from '../model/messages.ts';
import type { Clock, FactStore, PreferencesPort } from '../model/ports.ts';
import type { PageId } from '../model/settings.ts';
import { LEVEL_OF } from '../model/settings.ts';
import { portalFactKey } from '../model/facts.ts';
import { createTurns } from './in-turn.ts';
import { profileFact, sameSettings, settingsFact } from './portal-facts.ts';

export interface FactsServiceOptions {
  readonly facts: FactStore;
  readonly preferences: PreferencesPort;
  readonly clock: Pick<Clock, 'now'>;
}

export interface FactsService {
  /** Keeps what a look at the portal saw; the observation has been checked for its shape. */
  observed(seen: PortalObservation): Promise<void>;
  /** What the notes of a page need. */
  guidance(): Promise<GuidanceContext>;
  showAllNotes(): Promise<void>;
}

/** The collector of the portal's side: writes facts and history, judges nothing. */
export function createFactsService({ facts, preferences, clock }: FactsServiceOptions): FactsService {
  const inTurn = createTurns();

  async function keepSettings(
    page: Exclude<PageId, 'meetings' | 'profile'>,
    seen: PortalObservation,
  ): Promise<void> {
    const now = clock.now();
    const key = portalFactKey(LEVEL_OF[page]) as 'portal/account' | 'portal/group' | 'portal/user';
    const before = (await facts.book())[key];
    const fact = settingsFact(seen, before, now);
    await facts.put(key, fact);
    if (seen.recognition !== 'recognised') return;
    if (!before || !sameSettings(before.value.settings, fact.value.settings))
      await facts.addSnapshot({ page, seenAt: now, settings: seen.settings });
  }

  async function keep(seen: PortalObservation): Promise<void> {
    // A page still loading, or the sign-in form in its place, shows no settings: nothing was seen.
    if (seen.recognition === 'loading' || seen.recognition === 'signed-out') return;
    if (seen.page === 'meetings') return;
    // Another tab, or a group without the tab: known, and nothing of ours is expected on it.
    if (seen.expected === 0 && seen.settings.length === 0) return;
    if (seen.page !== 'profile') return keepSettings(seen.page, seen);
    const before = (await facts.book())['portal/profile'];
    await facts.put('portal/profile', profileFact(seen, before, clock.now()));
  }

  return {
    observed: (seen) =>
      inTurn(async () => {
        if (seen.hide && seen.hide.length > 0) await preferences.hideNotes(seen.hide);
        await keep(seen);
      }),
    async guidance() {
      const [book, hidden] = await Promise.all([facts.book(), preferences.hiddenNotes()]);
      return { facts: book, hidden };
    },
    showAllNotes: () => inTurn(() => preferences.showAllNotes()),
  };
}
