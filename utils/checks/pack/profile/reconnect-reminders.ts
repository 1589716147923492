import { defineCheck } from '../../define.ts';
import { SOURCES } from '../../sources.ts';

/** The reminders are the person's own switch and go to the connected calendar's address (KB0068615). */
export const reconnectReminders = defineCheck({
  id: 'reconnect-reminders',
  setting: 'reconnect-reminders',
  levels: ['user'],
  needs: ['setting/reconnect-reminders'],
  sources: [SOURCES.ownIntegration],
  run: ({ 'setting/reconnect-reminders': { value } }) =>
    value === 'on'
      ? { kind: 'pass', words: { title: { key: 'check_reconnect_reminders_pass' } } }
      : {
          kind: 'fail',
          impact: 'minor',
          certainty: 'confirmed',
          words: {
            title: { key: 'check_reconnect_reminders_title' },
            why: { key: 'check_reconnect_reminders_why' },
            step: {
              verb: { key: 'check_reconnect_reminders_step' },
              rest: { key: 'check_reconnect_reminders_step_rest' },
            },
          },
        },
});
