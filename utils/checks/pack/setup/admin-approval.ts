import { entraApps } from '../../entra-links.ts';
import { defineCheck } from '../../define.ts';
import { SOURCES } from '../../sources.ts';

/** Entra's answers that send a request to an admin (microsoft.md C.5). */
const SENT_TO_ADMIN = ['AADSTS90094', 'AADSTS90093', 'AADSTS90095'];

/** The tenant's consent policy is not readable with a person's own rights; our own refused request is a sign of it. */
export const adminApproval = defineCheck({
  id: 'admin-approval',
  setting: 'setup-method',
  levels: ['account', 'group'],
  needs: ['setting/setup-method'],
  wants: ['microsoft/trouble'],
  sources: [SOURCES.consentPolicy],
  run: ({ 'setting/setup-method': { value }, 'microsoft/trouble': trouble }, { cloud }) => {
    if (value !== 'oauth') return { kind: 'not-applicable', reason: 'application-permissions' };
    const likely =
      trouble?.step === 'calendar' &&
      SENT_TO_ADMIN.some((code) => trouble.error.code === code || trouble.error.raw === code);
    return {
      kind: 'fail',
      impact: 'moderate',
      certainty: likely ? 'likely' : 'possible',
      words: {
        title: { key: 'check_admin_approval_title' },
        why: { key: likely ? 'check_admin_approval_why_likely' : 'check_admin_approval_why' },
        people: [
          {
            fate: 'stay',
            who: { key: 'check_admin_approval_connected' },
            what: { key: 'check_admin_approval_connected_what' },
          },
          {
            fate: 'lose',
            who: { key: 'check_admin_approval_new' },
            what: { key: 'check_admin_approval_new_what' },
          },
        ],
        step: {
          verb: { key: 'check_admin_approval_step' },
          rest: { key: 'check_admin_approval_step_rest' },
          href: entraApps(cloud),
        },
      },
    };
  },
});
