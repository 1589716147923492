import type { PageId, Recognition, SettingId } from '../model/settings.ts';
import type { Candidate } from './locate/candidate.ts';

/** What a page was expected to show and did. */
export interface Canary {
  readonly recognition: Recognition;
  readonly recognised: number;
  readonly expected: number;
}

type SettingsPage = Exclude<PageId, 'meetings' | 'profile'>;

/**
 * Settings this page must show, given what it shows already. Settings that appear only under certain values, or whose
 * label nobody knows, are never expected; two-way sync came with the newest wording.
 */
function mustShow(
  page: SettingsPage,
  found: ReadonlyMap<SettingId, Candidate>,
  office365: boolean,
): Set<SettingId> {
  if (page === 'user-settings') return new Set(['two-way-sync']);
  const must = new Set<SettingId>(['third-party-integration']);
  if ((found.get('third-party-integration')?.generation ?? 3) === 3) must.add('two-way-sync');
  if (office365) must.add('authorize-with');
  return must;
}

/** What the judgement rests on; the dear questions are asked only when nothing was found. */
export interface Seen {
  readonly found: ReadonlyMap<SettingId, Candidate>;
  readonly office365: boolean;
  readonly signInForm: () => boolean;
  /** On a tab other than Mail & Calendar nothing is expected, and nothing found is no failure. */
  readonly tab: () => 'mail' | 'other' | 'unknown';
  readonly loading: () => boolean;
}

/** Judges a settings page. */
export function judge(page: SettingsPage, seen: Seen): Canary {
  const must = mustShow(page, seen.found, seen.office365);
  const recognised = [...must].filter((id) => seen.found.has(id)).length;
  const expected = must.size;
  // Structure alone, on a page where nothing is called by a known name, is a redesign: say nothing rather than half.
  if ([...seen.found.values()].some(({ how }) => how !== 'structure')) {
    return { recognition: 'recognised', recognised, expected };
  }
  if (seen.signInForm()) return { recognition: 'signed-out', recognised: 0, expected };
  if (seen.tab() === 'other') return { recognition: 'recognised', recognised: 0, expected: 0 };
  return { recognition: seen.loading() ? 'loading' : 'unrecognised', recognised: 0, expected };
}
