import { defineCheck } from '../../define.ts';
import { SOURCES } from '../../sources.ts';

/** Differences between Outlook and the pages of Zoom's list that were seen; outside them nothing is judged. */
export const meetingDrift = defineCheck({
  id: 'meeting-drift',
  levels: ['profile'],
  needs: ['derived/meetings'],
  sources: [SOURCES.bidirectional],
  run: ({ 'derived/meetings': { days, compared, drifted, drift, listSeen } }) => {
    // A list whose times nobody could read, or of an unproven zone, was seen and not compared.
    if (!listSeen || compared === 0) return { kind: 'needs-review', reason: 'missing-fact' };
    if (drifted === 0 || !drift)
      return { kind: 'pass', words: { title: { key: 'check_meeting_drift_pass', params: { count: days } } } };
    return {
      kind: 'fail',
      impact: 'moderate',
      certainty: 'likely',
      words: {
        title: { key: 'check_meeting_drift_title', params: { count: drifted } },
        why: drift,
        step: { verb: { key: 'check_meeting_limits_step' }, rest: { key: 'check_meeting_drift_step_rest' } },
      },
    };
  },
});
