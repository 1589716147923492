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
