import { defineCheck } from '../../define.ts';
import { auditApps } from '../../entra/audit.ts';
import { BESIDE } from '../../entra/portal-side.ts';
import { nothingToJudge, openStep, passIfRead, tellOf } from '../../entra/told.ts';
import { BEYOND } from '../../sources-beyond.ts';
import { SOURCES } from '../../sources.ts';

/** More than calendars need; what goes through EWS is told by its own countdown. */
export const appExcess = defineCheck({
  id: 'entra-app-excess',
  levels: ['account'],
  needs: ['entra/apps'],
  wants: BESIDE,
  sources: [SOURCES.guide, SOURCES.application, BEYOND.appRoles],
  run: (given, context) => {
    const nothing = nothingToJudge(given['entra/apps']);
    if (nothing) return nothing;
    const told = tellOf(
      auditApps(given['entra/apps'], given, context),
      ({ verdict, ews }) => verdict === 'excess' && !ews,
    );
    if (!told) return passIfRead(given['entra/apps'], { key: 'check_entra_excess_pass' });
    return {
      kind: 'fail',
      impact: 'moderate',
      certainty: 'confirmed',
      words: {
        title: { key: 'check_entra_excess_title', params: { count: told.count } },
        why: { key: 'check_entra_excess_why', params: told.params },
        step: openStep(told, { key: 'check_entra_excess_rest' }),
      },
    };
  },
});
