import { defineCheck } from '../../define.ts';
import { SOURCES } from '../../sources.ts';

/** Older portals. CIS wants OAuth enforced; Zoom's guide offers OAuth and application permissions alike. */
export const enforceOauth = defineCheck({
  id: 'enforce-oauth',
  setting: 'enforce-oauth',
  levels: ['account', 'group'],
  needs: ['setting/enforce-oauth'],
  sources: [SOURCES.guide, SOURCES.cis],
  run: () => ({
    kind: 'needs-review',
    reason: 'rule-books-disagree',
    words: {
      title: { key: 'check_enforce_oauth_title' },
      why: { key: 'check_enforce_oauth_why' },
      books: [
        { title: { key: 'check_enforce_oauth_guide' }, text: { key: 'check_enforce_oauth_guide_text' } },
        { title: { key: 'check_enforce_oauth_cis' }, text: { key: 'check_enforce_oauth_cis_text' } },
      ],
    },
  }),
});
