import { defineCheck } from '../../define.ts';
import { BEYOND } from '../../sources-beyond.ts';
import { SOURCES } from '../../sources.ts';

/** Meetings of the next days that one of Zoom's published limits may keep from syncing. */
export const meetingLimits = defineCheck({
  id: 'meeting-limits',
  levels: ['profile'],
  needs: ['derived/meetings'],
  sources: [SOURCES.bidirectional, BEYOND.syncVersions],
  run: ({ 'derived/meetings': { days, meetings, limited, limit, disconnected } }) => {
    if (meetings === 0) return { kind: 'not-applicable', reason: 'no-meeting' };
    // Said once, of the profile: nothing syncs, whatever the meeting is like.
    if (disconnected) return { kind: 'not-applicable', reason: 'disconnected' };
    if (limited === 0 || !limit)
      return {
        kind: 'pass',
        words: { title: { key: 'check_meeting_limits_pass', params: { count: meetings, days } } },
      };
    return {
      kind: 'fail',
      impact: 'minor',
      certainty: 'possible',
      words: {
        title: { key: 'check_meeting_limits_title', params: { count: limited, days } },
        why: limit,
        step: { verb: { key: 'check_meeting_limits_step' }, rest: { key: 'check_meeting_limits_step_rest' } },
      },
    };
  },
});
