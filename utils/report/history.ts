import type { FactBook, PortalFact } from '../model/facts.ts';
import type { Lock, SettingId, SettingReading } from '../model/settings.ts';
import type { Difference, SettingsPage, Sighting, Snapshot, Timeline } from '../model/snapshots.ts';

const PAGES: readonly SettingsPage[] = ['account-settings', 'group-settings', 'user-settings'];
const FACT = {
  'account-settings': 'portal/account',
  'group-settings': 'portal/group',
  'user-settings': 'portal/user',
} as const;

const isSettingsPage = (page: Snapshot['page']): page is SettingsPage =>
  (PAGES as readonly Snapshot['page'][]).includes(page);

function readingsOf({ settings }: PortalFact): SettingReading[] {
  return (Object.keys(settings) as SettingId[]).flatMap((id) => {
    const reading = settings[id];
    return reading ? [{ id, ...reading }] : [];
  });
}

/** The looks at each page, host by host and group by group: account first, then groups, then the person's own. */
export function timelines(snapshots: readonly Snapshot[], facts: FactBook): Timeline[] {
  const found = new Map<string, { page: SettingsPage; scope: string | undefined; sightings: Sighting[] }>();
  const of = (page: SettingsPage, scope: string | undefined) => {
    const key = `${page} ${scope ?? ''}`;
    const known = found.get(key) ?? { page, scope, sightings: [] };
    found.set(key, known);
    return known;
  };
  for (const { page, scope, seenAt, settings } of snapshots)
    if (isSettingsPage(page)) of(page, scope).sightings.push({ seenAt, settings });
  for (const page of PAGES) {
    const fact = facts[FACT[page]];
    if (!fact || fact.value.recognition !== 'recognised') continue;
    const { sightings } = of(page, fact.value.scope);
    const last = sightings.at(-1);
    if (!last || last.seenAt < fact.observedAt)
      sightings.push({ seenAt: fact.observedAt, settings: readingsOf(fact.value) });
  }
  return [...found.values()].toSorted((a, b) => PAGES.indexOf(a.page) - PAGES.indexOf(b.page));
}

/** What was on show at a moment: the last look at or before it; `null` when there was none yet. */
export function asSeenAt({ sightings }: Timeline, moment: number): Sighting | null {
  return sightings.findLast(({ seenAt }) => seenAt <= moment) ?? null;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const unread = (value: SettingReading['value'] | Lock | undefined) =>
  value === undefined || value === 'unknown';

/** What two looks show otherwise, setting by setting. "Seen", never "changed by": when and by whom, no page tells. */
export function differences(
  was: readonly SettingReading[],
  is: readonly SettingReading[],
): readonly Difference[] {
  const before = new Map(was.map((reading) => [reading.id, reading]));
  const after = new Map(is.map((reading) => [reading.id, reading]));
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return ids.flatMap((setting) => {
    const [one, other] = [before.get(setting) ?? null, after.get(setting) ?? null];
    return (['value', 'lock'] as const).flatMap((part): Difference[] => {
      if (same(one?.[part], other?.[part])) return [];
      // A lock beside a control that was not there is no news of its own.
      if (part === 'lock' && (!one || !other)) return [];
      const certain = !unread(one?.[part]) && !unread(other?.[part]);
      return [{ setting, part, was: one, is: other, certain }];
    });
  });
}
