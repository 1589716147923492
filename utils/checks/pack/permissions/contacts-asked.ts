import { defineCheck } from '../../define.ts';
import { SOURCES } from '../../sources.ts';

export const contactsAsked = defineCheck({
  id: 'contacts-asked',
  setting: 'permissions',
  levels: ['account', 'group'],
  needs: ['setting/permissions'],
  wants: ['setting/setup-method'],
  sources: [SOURCES.integration],
  run: ({ 'setting/permissions': { value }, 'setting/setup-method': method }) => {
    // The boxes govern OAuth only: application permissions start broad whatever is ticked (portal.md 2.3).
    if (method?.value === 'application-permissions')
      return { kind: 'not-applicable', reason: 'application-permissions' };
    if (!value.includes('contacts-read') && !value.includes('contacts-write'))
      return { kind: 'pass', words: { title: { key: 'check_contacts_asked_pass' } } };
    return {
      kind: 'fail',
      impact: 'minor',
      certainty: 'confirmed',
      words: { title: { key: 'check_contacts_asked_title' }, why: { key: 'check_contacts_asked_why' } },
    };
  },
});
