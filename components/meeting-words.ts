import type { MeetingVerdict } from '../utils/model/meetings.ts';
import type { Tone } from '../utils/model/health.ts';
import type { Message } from '../utils/model/words.ts';
import type { IconName } from './icon.tsx';

interface VerdictLook {
  readonly tone: Tone;
  readonly shape: IconName;
  readonly word: Message;
}

/** Red only where one side contradicts the other for sure (look.md). */
export const VERDICT_LOOKS: Readonly<Record<MeetingVerdict, VerdictLook>> = {
  'time-differs': { tone: 'ask', shape: 'drift', word: { key: 'meeting_verdict_time' } },
  'cancelled-once': { tone: 'bad', shape: 'bad', word: { key: 'meeting_verdict_cancelled' } },
  'outlook-only': { tone: 'ask', shape: 'warn', word: { key: 'meeting_verdict_outlook' } },
  'zoom-only': { tone: 'ask', shape: 'warn', word: { key: 'meeting_verdict_zoom' } },
  'two-links': { tone: 'ask', shape: 'warn', word: { key: 'meeting_verdict_two_links' } },
  'known-limit': { tone: 'busy', shape: 'advice', word: { key: 'meeting_verdict_limit' } },
  'not-compared': { tone: 'none', shape: 'unknown', word: { key: 'meeting_verdict_not_compared' } },
  same: { tone: 'good', shape: 'good', word: { key: 'meeting_verdict_same' } },
};

/** `812 3456 7890`: grouped 3-4-4 or 3-3-4, as Zoom writes it (portal.md 7.1). */
export function groupedNumber(number: string): string {
  return number.length === 11
    ? number.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3')
    : number.replace(/^(\d{3})(\d{3})(\d+)$/, '$1 $2 $3');
}
