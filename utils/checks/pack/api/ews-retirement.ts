import { DAY } from '../../../core/clock.ts';
import type { Words } from '../../../model/findings.ts';
import { defineCheck } from '../../define.ts';
import { EWS_COMMAND, EWS_ENDS } from '../../ews-dates.ts';
import { SOURCES } from '../../sources.ts';

function words(now: number): Words {
  const ended = now >= EWS_ENDS;
  return {
    title: { key: ended ? 'check_ews_retirement_title_ended' : 'check_ews_retirement_title' },
    why: ended
      ? { key: 'check_ews_retirement_why_ended' }
      : { key: 'check_ews_retirement_why', params: { count: Math.ceil((EWS_ENDS - now) / DAY) } },
    people: [
      {
        fate: 'lose',
        who: { key: 'check_ews_retirement_online' },
        what: { key: 'check_ews_retirement_online_what' },
      },
      {
        fate: 'stay',
        who: { key: 'check_ews_retirement_on_premises' },
        what: { key: 'check_ews_retirement_on_premises_what' },
      },
    ],
    peopleOpen: true,
    step: {
      verb: { key: 'check_ews_retirement_step' },
      rest: { key: ended ? 'check_ews_retirement_step_rest_ended' : 'check_ews_retirement_step_rest' },
    },
    command: {
      lead: { key: 'check_ews_retirement_command' },
      code: EWS_COMMAND,
    },
  };
}

export const ewsRetirement = defineCheck({
  id: 'ews-retirement',
  setting: 'authorize-with',
  levels: ['account', 'group'],
  needs: ['setting/authorize-with'],
  sources: [SOURCES.ewsPlan, SOURCES.ewsMigration],
  run: ({ 'setting/authorize-with': { value } }, { now }) =>
    value === 'graph'
      ? { kind: 'pass', words: { title: { key: 'check_ews_retirement_pass' } } }
      : { kind: 'fail', impact: 'critical', certainty: 'confirmed', words: words(now) },
});
