import { defineCheck } from '../../define.ts';
import { SOURCES } from '../../sources.ts';

/**
 * Whether Zoom and Microsoft know the person by the same address. Where they do not, Zoom needs `Mail.Read` to put the two together
 * (KB0077944); the article speaks of the authorizing user, so of everybody else only "may" (needs.md 6 and 9).
 */
export const samePerson = defineCheck({
  id: 'same-person',
  levels: ['profile'],
  needs: ['portal/profile', 'microsoft/person'],
  sources: [SOURCES.application],
  run: ({ 'portal/profile': { zoomEmail }, 'microsoft/person': { mail, userPrincipalName } }) => {
    const zoom = zoomEmail?.toLowerCase();
    const name = userPrincipalName?.toLowerCase();
    if (zoom === undefined || name === undefined) return { kind: 'needs-review', reason: 'unknown-value' };
    if (zoom === name) return { kind: 'pass', words: { title: { key: 'check_same_person_pass' } } };
    const alias = zoom === mail?.toLowerCase();
    return {
      kind: 'fail',
      impact: alias ? 'minor' : 'moderate',
      certainty: 'possible',
      words: {
        title: { key: alias ? 'check_same_person_title' : 'check_same_person_title_other' },
        why: { key: alias ? 'check_same_person_why' : 'check_same_person_why_other' },
        step: { verb: { key: 'check_same_person_step' }, rest: { key: 'check_same_person_step_rest' } },
      },
    };
  },
});
