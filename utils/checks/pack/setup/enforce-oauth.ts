import { baselineCheck } from '../../baselines/check.ts';
import { SOURCES } from '../../sources.ts';

/** Older portals. CIS wants OAuth enforced; Zoom's guide offers OAuth and application permissions alike. */
export const enforceOauth = baselineCheck({
  id: 'enforce-oauth',
  setting: 'enforce-oauth',
  levels: ['account', 'group'],
  sources: [SOURCES.guide, SOURCES.cis],
  neutral: {
    title: { key: 'check_enforce_oauth_title' },
    why: { key: 'check_enforce_oauth_why' },
    books: [
      { title: { key: 'check_enforce_oauth_guide' }, text: { key: 'check_enforce_oauth_guide_text' } },
      { title: { key: 'check_enforce_oauth_cis' }, text: { key: 'check_enforce_oauth_cis_text' } },
    ],
  },
});
