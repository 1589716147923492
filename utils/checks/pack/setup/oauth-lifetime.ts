import { defineCheck } from '../../define.ts';
import { SOURCES } from '../../sources.ts';

/**
 * What ends a connection made with OAuth. Zoom names a password change; by Microsoft's table the refresh token of a
 * confidential client survives one (microsoft.md C.4). That Zoom is such a client is inferred, so the words say "may".
 */
export const oauthLifetime = defineCheck({
  id: 'oauth-lifetime',
  setting: 'setup-method',
  levels: ['account', 'group'],
  needs: ['setting/setup-method'],
  sources: [SOURCES.guide, SOURCES.refreshTokens],
  run: ({ 'setting/setup-method': { value } }) =>
    value === 'oauth'
      ? {
          kind: 'fail',
          impact: 'minor',
          certainty: 'possible',
          words: {
            title: { key: 'check_oauth_lifetime_title' },
            why: { key: 'check_oauth_lifetime_why' },
            people: [
              {
                fate: 'unknown',
                who: { key: 'check_oauth_lifetime_password' },
                what: { key: 'check_oauth_lifetime_password_what' },
              },
              {
                fate: 'lose',
                who: { key: 'check_oauth_lifetime_revoked' },
                what: { key: 'check_oauth_lifetime_revoked_what' },
              },
            ],
            step: {
              verb: { key: 'check_oauth_lifetime_step' },
              rest: { key: 'check_oauth_lifetime_step_rest' },
            },
          },
        }
      : { kind: 'not-applicable', reason: 'application-permissions' },
});
