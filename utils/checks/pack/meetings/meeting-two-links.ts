import { defineCheck } from '../../define.ts';
import { BEYOND } from '../../sources-beyond.ts';

/** A Teams meeting with a Zoom link: people may come to either. */
export const meetingTwoLinks = defineCheck({
  id: 'meeting-two-links',
  levels: ['profile'],
  needs: ['derived/meetings'],
  sources: [BEYOND.onlineMeeting],
  run: ({ 'derived/meetings': { days, meetings, twoLinks } }) => {
    if (meetings === 0) return { kind: 'not-applicable', reason: 'no-meeting' };
    if (twoLinks === 0)
      return {
        kind: 'pass',
        words: { title: { key: 'check_meeting_two_links_pass', params: { count: days } } },
      };
    return {
      kind: 'fail',
      impact: 'minor',
      certainty: 'confirmed',
      words: {
        title: { key: 'check_meeting_two_links_title', params: { count: twoLinks } },
        why: { key: 'check_meeting_two_links_why' },
        step: {
          verb: { key: 'check_meeting_two_links_step' },
          rest: { key: 'check_meeting_two_links_step_rest' },
        },
      },
    };
  },
});
