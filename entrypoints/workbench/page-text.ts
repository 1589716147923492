import type { SettingsPage, Timeline } from '../../utils/model/snapshots.ts';
import type { Message, Say } from '../../utils/model/words.ts';

const LEVEL: Readonly<Record<SettingsPage, Message>> = {
  'account-settings': { key: 'workbench_level_account' },
  'group-settings': { key: 'workbench_level_group' },
  'user-settings': { key: 'workbench_level_user' },
};

/** `Account · zoom.us`, for a list to choose from. */
export const pageText = (say: Say, { page, scope }: Pick<Timeline, 'page' | 'scope'>): string =>
  [say(LEVEL[page]), ...(scope === undefined ? [] : [scope])].join(' · ');

const momentText = (say: Say, at: number): string =>
  `${say({ key: 'popup_clock', params: { time: { at, style: 'date' } } })}, ${say({ key: 'popup_clock', params: { time: { at, style: 'time' } } })}`;

/** Moments with their year, for a list to choose from, ms since the epoch; of one minute, by the second as well. */
export function momentTexts(say: Say, moments: readonly number[]): string[] {
  const texts = moments.map((at) => momentText(say, at));
  return texts.map((text, at) => {
    if (texts.indexOf(text) === texts.lastIndexOf(text)) return text;
    return `${text}:${String(new Date(moments[at] ?? 0).getSeconds()).padStart(2, '0')}`;
  });
}
