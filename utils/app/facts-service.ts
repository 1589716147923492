import type { JudgeNotes } from '../checks/index.ts';
import type { CloudId } from '../model/clouds.ts';
import type { GuidanceContext, MessageMap, PortalObservation } from '../model/messages.ts';
import type { BaselineProfile, Policy } from '../model/policy.ts';
import type { Clock, FactStore, PreferencesPort } from '../model/ports.ts';
import type { PageId } from '../model/settings.ts';
import { LEVEL_OF } from '../model/settings.ts';
import { portalFactKey } from '../model/facts.ts';
import { factsForNotes } from './guidance-facts.ts';
import { pageRules } from './page-rules.ts';
import type { GuideService } from './guide-service.ts';
import { createTurns } from './in-turn.ts';
import type { TaughtService } from './taught-service.ts';
import { meetingListFact } from './portal-meetings.ts';
import { profileFact, sameSettings, settingsFact, settingsOf } from './portal-facts.ts';

export interface FactsServiceOptions {
  readonly facts: FactStore;
  readonly preferences: PreferencesPort;
  /** Judges what a page shows; loaded when a page first asks. */
  readonly judge: () => Promise<JudgeNotes>;
  /** Absent: nothing can be taught. */
  readonly taught?: TaughtService;
  /** Absent: no guide can run. */
  readonly guide?: Pick<GuideService, 'keep'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Microsoft cloud of the tenant; the global one when absent. */
  readonly cloud?: () => Promise<CloudId>;
  /** IANA name of the reader's time zone; the browser's own when absent. */
  readonly zone?: () => string;
  /** Managed policy; nothing when absent. */
  readonly policy?: () => Promise<Policy>;
}

export interface FactsService {
  /** Keeps what a look at the portal saw; the observation has been checked for its shape. */
  observed(seen: PortalObservation, from?: { readonly tab?: number }): Promise<void>;
  /** What belongs beside the settings a page shows. */
  guidance(asked: MessageMap['guidance/context']['request']): Promise<GuidanceContext>;
  showAllNotes(): Promise<void>;
  showNote(key: string): Promise<void>;
  /** The person forgets or imports taught controls. */
  changeTaught(asked: MessageMap['taught/change']['request']): Promise<void>;
  chooseBaselines(profiles: readonly BaselineProfile[]): Promise<void>;
  /** Runs when no look is being kept. Looks that arrive before it has ended are dropped: it deletes, and they are older. */
  alone<Value>(work: () => Promise<Value>): Promise<Value>;
}

/** The collector of the portal's side: writes facts and history, judges nothing. */
export function createFactsService({
  facts,
  preferences,
  judge,
  taught,
  guide,
  clock,
  cloud = () => Promise.resolve('global' as const),
  zone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
  policy = () => Promise.resolve({}),
}: FactsServiceOptions): FactsService {
  const inTurn = createTurns();
  let deletions = 0;

  /** A write in its turn, unless everything was deleted since it was asked for. */
  const write = (work: () => Promise<void>): Promise<void> => {
    const asked = deletions;
    return inTurn(async () => {
      if (asked === deletions) await work();
    });
  };

  // A policy that cannot be read costs an address, not the notes.
  const whereFor = () => cloud().catch((): CloudId => 'global');

  async function lastSeen({ page, scope }: PortalObservation) {
    const row = await facts.lastSnapshot(page, scope);
    return row && settingsOf(row.settings);
  }

  async function keepSettings(
    page: Exclude<PageId, 'meetings' | 'profile'>,
    seen: PortalObservation,
  ): Promise<void> {
    const now = clock.now();
    const key = portalFactKey(LEVEL_OF[page]) as 'portal/account' | 'portal/group' | 'portal/user';
    const known = (await facts.book())[key];
    const before = known?.value.scope === seen.scope ? known : undefined;
    const fact = settingsFact(seen, before, now);
    await facts.put(key, fact);
    if (seen.recognition !== 'recognised') return;
    const last = before?.value.recognition === 'recognised' ? before.value.settings : await lastSeen(seen);
    if (last && sameSettings(last, fact.value.settings)) return;
    const scope = seen.scope === undefined ? {} : { scope: seen.scope };
    await facts.addSnapshot({ page, ...scope, seenAt: now, settings: seen.settings });
  }

  async function keepMeetings(seen: PortalObservation): Promise<void> {
    if (seen.recognition !== 'recognised' || !seen.meetings || seen.meetings.length === 0) return;
    const before = (await facts.book())['portal/meetings'];
    await facts.put('portal/meetings', meetingListFact(seen, before, clock.now(), zone()));
  }

  async function keep(seen: PortalObservation): Promise<void> {
    // A page still loading, or the sign-in form in its place, shows no settings: nothing was seen.
    if (seen.recognition === 'loading' || seen.recognition === 'signed-out') return;
    if (seen.page === 'meetings') return keepMeetings(seen);
    // Another tab, or a group without the tab: known, and nothing of ours is expected on it.
    if (seen.expected === 0 && seen.settings.length === 0) return;
    if (seen.page !== 'profile') return keepSettings(seen.page, seen);
    const before = (await facts.book())['portal/profile'];
    const fact = profileFact(seen, before, clock.now());
    await facts.put('portal/profile', fact);
    // The list of meetings names nobody: another Zoom account at the same address has another list.
    const [was, is] = [before?.value.scope, fact.value.scope];
    if (was !== undefined && is !== undefined && was !== is) await facts.remove(['portal/meetings']);
  }

  return {
    observed: (seen, from) =>
      write(async () => {
        if (seen.hide && seen.hide.length > 0) await preferences.hideNotes(seen.hide);
        if (seen.taught && seen.taught.length > 0) await taught?.teach(seen.taught);
        if (seen.dropped && seen.dropped.length > 0) await taught?.drop(seen.dropped);
        if (seen.guide) await guide?.keep(seen.guide, from?.tab);
        await keep(seen);
      }),
    async guidance(asked) {
      const { page } = asked;
      // A policy that cannot be read costs its rules, not the notes.
      const said = policy().catch((): Policy => ({}));
      const [judgeNotes, book, hidden, where, locators, chosen] = await Promise.all([
        judge(),
        facts.book(),
        preferences.hiddenNotes(),
        whereFor(),
        said.then((held) => taught?.on(page, held.locators) ?? []),
        preferences.baselines(),
      ]);
      const rules = pageRules(await said, chosen);
      const { labels } = rules;
      const reading = { ...(labels ? { labels } : {}), ...(locators.length === 0 ? {} : { locators }) };
      return {
        ...judgeNotes({
          ...asked,
          facts: factsForNotes(LEVEL_OF[page], book),
          rules,
          hidden,
          now: clock.now(),
          ...(where === 'global' ? {} : { cloud: where }),
        }),
        ...(Object.keys(reading).length > 0 ? { rules: reading } : {}),
      };
    },
    showAllNotes: () => write(() => preferences.showAllNotes()),
    showNote: (key) => write(() => preferences.showNote(key)),
    changeTaught: (asked) => write(async () => taught?.change(asked)),
    chooseBaselines: (profiles) => write(() => preferences.chooseBaselines(profiles)),
    alone: (work) =>
      inTurn(() =>
        work().finally(() => {
          deletions += 1;
        }),
      ),
  };
}
