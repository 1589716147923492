import { DAY } from '../core/clock.ts';
import type { Fact, PortalFact, ProfileFact } from '../model/facts.ts';
import type { PortalObservation } from '../model/messages.ts';
import type { ProfileConnection, SettingReading } from '../model/settings.ts';

/** Settings change rarely and only by an admin's hand. */
const SETTINGS_GOOD_FOR = 7 * DAY;
/** A connection can end any day. */
const PROFILE_GOOD_FOR = DAY;

type Settings = PortalFact['settings'];

/** Readings by id. */
export function settingsOf(readings: readonly SettingReading[]): Settings {
  return Object.fromEntries(readings.map(({ id, value, lock }) => [id, { value, lock }]));
}

const inOrder = (settings: Settings) => Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1));

/** Whether two looks saw the same settings with the same values and locks. */
export function sameSettings(a: Settings, b: Settings): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

/**
 * What a look at a settings page leaves known. A page that was open but not recognised does not erase what an earlier look
 * saw, and does not make it younger either.
 *
 * @param before what was known of the same scope
 */
export function settingsFact(
  seen: PortalObservation,
  before: Fact<PortalFact> | undefined,
  now: number,
): Fact<PortalFact> {
  if (seen.recognition === 'unrecognised' && before?.value.recognition === 'recognised')
    return { ...before, value: { ...before.value, unrecognisedAt: now } };
  return {
    value: {
      page: seen.page,
      ...(seen.scope === undefined ? {} : { scope: seen.scope }),
      recognition: seen.recognition,
      recognised: seen.recognised,
      expected: seen.expected,
      settings: settingsOf(seen.settings),
      ...(seen.recognition === 'unrecognised' ? { unrecognisedAt: now } : {}),
    },
    source: 'zoom-portal',
    observedAt: now,
    goodFor: SETTINGS_GOOD_FOR,
  };
}

function connectionOf(seen: PortalObservation): ProfileConnection | 'unknown' {
  const reading = seen.settings.find((setting) => setting.id === 'profile-connection');
  return (reading?.value ?? 'unknown') as ProfileConnection | 'unknown';
}

/** Another service or address is another connection; "could not read" in between breaks nothing. */
function isSameConnection(a: ProfileFact['connection'], b: ProfileFact['connection']): boolean {
  if (a === 'unknown' || b === 'unknown') return true;
  const agree = (one?: string, other?: string) =>
    one === undefined || other === undefined || one.toLowerCase() === other.toLowerCase();
  return a.status === b.status && agree(a.service, b.service) && agree(a.email, b.email);
}

function connectedSince(now: number, seen: ProfileFact['connection'], before?: ProfileFact) {
  const since = before && isSameConnection(before.connection, seen) ? before.connectedSince : undefined;
  if (seen === 'unknown') return since;
  return seen.status === 'connected' ? (since ?? now) : undefined;
}

/** What is known of the Zoom account this look is of; an address not shown contradicts nothing. */
function ofSameAccount(shown: string | undefined, known?: Fact<ProfileFact>): Fact<ProfileFact> | undefined {
  const scope = known?.value.scope;
  return scope !== undefined && shown !== undefined && scope !== shown ? undefined : known;
}

/** What a look at the profile page leaves known; `connectedSince` runs on while nothing contradicts it. */
export function profileFact(
  seen: PortalObservation,
  known: Fact<ProfileFact> | undefined,
  now: number,
): Fact<ProfileFact> {
  const shown = seen.zoomEmail?.toLowerCase();
  const before = ofSameAccount(shown, known);
  const scope = shown ?? before?.value.scope;
  if (seen.recognition === 'unrecognised' && before?.value.recognition === 'recognised')
    return { ...before, value: { ...before.value, unrecognisedAt: now } };
  const connection = connectionOf(seen);
  const since = connectedSince(now, connection, before?.value);
  return {
    value: {
      recognition: seen.recognition,
      connection,
      ...(seen.zoomEmail === undefined ? {} : { zoomEmail: seen.zoomEmail }),
      ...(since === undefined ? {} : { connectedSince: since }),
      ...(scope === undefined ? {} : { scope }),
      ...(seen.recognition === 'unrecognised' ? { unrecognisedAt: now } : {}),
    },
    source: 'zoom-portal',
    observedAt: now,
    goodFor: PROFILE_GOOD_FOR,
  };
}
