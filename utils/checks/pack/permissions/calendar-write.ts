import { defineCheck } from '../../define.ts';
import { SOURCES } from '../../sources.ts';

export const calendarWrite = defineCheck({
  id: 'calendar-write',
  setting: 'permissions',
  levels: ['account', 'group'],
  needs: ['setting/permissions'],
  wants: ['setting/setup-method'],
  sources: [SOURCES.integration],
  run: ({ 'setting/permissions': { value }, 'setting/setup-method': method }) => {
    if (method?.value === 'application-permissions')
      return { kind: 'not-applicable', reason: 'application-permissions' };
    if (value.includes('calendar-write'))
      return { kind: 'pass', words: { title: { key: 'check_calendar_write_pass' } } };
    return {
      kind: 'fail',
      impact: 'moderate',
      certainty: 'confirmed',
      words: {
        title: { key: 'check_calendar_write_title' },
        why: { key: 'check_calendar_write_why' },
        step: {
          verb: { key: 'check_calendar_write_step' },
          rest: { key: 'check_calendar_write_step_rest' },
        },
      },
    };
  },
});
