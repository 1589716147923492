import { DAY } from '../../../core/clock.ts';
import type { Words } from '../../../model/findings.ts';
import { defineCheck } from '../../define.ts';
import { auditApps } from '../../entra/audit.ts';
import { anyPageSays, BESIDE } from '../../entra/portal-side.ts';
import type { Told } from '../../entra/told.ts';
import { nothingToJudge, openStep, passIfRead, tellOf } from '../../entra/told.ts';
import { EWS_COMMAND, EWS_ENDS } from '../../ews-dates.ts';
import { BEYOND } from '../../sources-beyond.ts';
import { SOURCES } from '../../sources.ts';

function words(told: Told, chosen: boolean, now: number): Words {
  const ended = now >= EWS_ENDS;
  const why = chosen ? 'check_ews_countdown_why_chosen' : 'check_ews_countdown_why';
  return {
    title: ended
      ? { key: 'check_ews_countdown_title_ended' }
      : { key: 'check_ews_countdown_title', params: { count: Math.ceil((EWS_ENDS - now) / DAY) } },
    why: { key: ended ? 'check_ews_countdown_why_ended' : why, params: told.params },
    step: openStep(told, { key: chosen ? 'check_ews_countdown_rest_chosen' : 'check_ews_countdown_rest' }),
    command: { lead: { key: 'check_ews_retirement_command' }, code: EWS_COMMAND },
  };
}

/** EWS permissions Zoom's apps were granted, with what the portal says of them. The portal's own choice is judged beside it. */
export const ewsCountdown = defineCheck({
  id: 'ews-countdown',
  levels: ['account'],
  needs: ['entra/apps'],
  wants: BESIDE,
  sources: [SOURCES.ewsPlan, SOURCES.ewsMigration, BEYOND.appRoles],
  run: (given, context) => {
    const nothing = nothingToJudge(given['entra/apps']);
    if (nothing) return nothing;
    const told = tellOf(auditApps(given['entra/apps'], given, context), ({ ews }) => ews === true);
    if (!told) return passIfRead(given['entra/apps'], { key: 'check_ews_countdown_pass' });
    const chosen = anyPageSays(given, 'authorize-with', 'ews');
    const graph = !chosen && anyPageSays(given, 'authorize-with', 'graph');
    return {
      kind: 'fail',
      impact: chosen ? 'critical' : graph ? 'moderate' : 'serious',
      // Without the portal's word nobody knows whether calendars still go that way.
      certainty: chosen || graph ? 'confirmed' : 'likely',
      words: words(told, chosen, context.now),
    };
  },
});
