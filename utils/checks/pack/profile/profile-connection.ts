import type { Outcome } from '../../../model/findings.ts';
import type { ProfileConnection } from '../../../model/settings.ts';
import { defineCheck } from '../../define.ts';
import { SOURCES } from '../../sources.ts';

/** Product names; not translated. */
const OTHER_SERVICES = { google: 'Google Calendar', exchange: 'Microsoft Exchange' } as const;

function connected({ service }: ProfileConnection): Outcome {
  if (service === undefined || service === 'office365')
    return { kind: 'pass', words: { title: { key: 'check_profile_connection_pass' } } };
  return {
    kind: 'not-applicable',
    reason: 'other-service',
    words: {
      title: { key: 'check_profile_connection_other', params: { service: OTHER_SERVICES[service] } },
    },
  };
}

export const profileConnection = defineCheck({
  id: 'profile-connection',
  setting: 'profile-connection',
  levels: ['profile'],
  needs: ['setting/profile-connection'],
  sources: [SOURCES.ownIntegration],
  run: ({ 'setting/profile-connection': { value } }) => {
    if (value === 'unknown' || value.status === 'connected')
      return value === 'unknown' ? { kind: 'needs-review', reason: 'unknown-value' } : connected(value);
    const broken = value.status === 'needs-attention';
    return {
      kind: 'fail',
      impact: broken ? 'critical' : 'moderate',
      certainty: 'confirmed',
      words: {
        title: {
          key: broken ? 'check_profile_connection_title_broken' : 'check_profile_connection_title_none',
        },
        why: { key: broken ? 'check_profile_connection_why_broken' : 'check_profile_connection_why_none' },
        step: {
          verb: {
            key: broken ? 'check_profile_connection_step_broken' : 'check_profile_connection_step_none',
          },
          rest: {
            key: broken
              ? 'check_profile_connection_step_broken_rest'
              : 'check_profile_connection_step_none_rest',
          },
        },
      },
    };
  },
});
