import { lookOf } from '../../model/finding-look.ts';
import { placeWords } from '../../model/finding-words.ts';
import type { Finding } from '../../model/findings.ts';
import { SETTING_NAMES } from '../../model/setting-names.ts';
import { lockWords, valueWords } from '../../model/setting-words.ts';
import { LEVEL_OF, type Lock, type SettingId, type SettingReading } from '../../model/settings.ts';
import type { Message, Say } from '../../model/words.ts';
import type { SettingsPage } from '../../model/snapshots.ts';

/** `Group · zoom.us/AbC1` */
export function whereWords(
  say: Say,
  found: Pick<Finding, 'level' | 'place'>,
  scope: string | undefined,
): string {
  return [say(placeWords(found)), ...(scope === undefined ? [] : [scope])].join(' · ');
}

export const pageWhere = (say: Say, page: SettingsPage, scope: string | undefined): string =>
  whereWords(say, { level: LEVEL_OF[page] }, scope);

export const settingName = (id: SettingId): Message => SETTING_NAMES[id];

/** A value as a reader knows it; one that could not be read, or was not there, says so. */
export function valueText(say: Say, reading: SettingReading | null): string {
  if (!reading) return say({ key: 'report_not_on_page' });
  const words = valueWords(reading.value);
  if (words === null) return say({ key: 'workbench_not_recognised' });
  return Array.isArray(words) ? words.join(', ') : say(words);
}

/** A padlock in words. */
export function lockText(say: Say, lock: Lock): string {
  if (lock === 'unlocked') return say({ key: 'report_unlocked' });
  return say(lockWords(lock) ?? { key: 'workbench_not_recognised' });
}

/** Ends of a check, worst first. */
export const STATES = ['error', 'warning', 'advice', 'unknown', 'pass', 'not-applicable'] as const;
export type StateId = (typeof STATES)[number];

export const STATE_WORDS: Readonly<Record<StateId, Message>> = {
  error: { key: 'workbench_error' },
  warning: { key: 'workbench_warning' },
  advice: { key: 'workbench_advice' },
  unknown: { key: 'report_unknown' },
  pass: { key: 'report_pass' },
  'not-applicable': { key: 'report_not_applicable' },
};

/** How a check ended, as one of six. */
export function stateOf({ outcome }: Finding): StateId {
  if (outcome.kind === 'pass' || outcome.kind === 'not-applicable') return outcome.kind;
  if (outcome.kind !== 'fail') return 'unknown';
  return ({ bad: 'error', warn: 'warning', advice: 'advice' } as const)[lookOf(outcome).shape];
}
