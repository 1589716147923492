import { defineCheck } from '../../define.ts';
import { auditApps } from '../../entra/audit.ts';
import { BESIDE } from '../../entra/portal-side.ts';
import { nothingToJudge, openStep, passIfRead, tellOf } from '../../entra/told.ts';
import { BEYOND } from '../../sources-beyond.ts';
import { SOURCES } from '../../sources.ts';

/** What an app must hold and does not, in Entra. RBAC for Applications may grant it in Exchange, so it is never "broken". */
export const appMissing = defineCheck({
  id: 'entra-app-missing',
  levels: ['account'],
  needs: ['entra/apps'],
  wants: BESIDE,
  sources: [SOURCES.guide, BEYOND.rbac],
  run: (given, context) => {
    const nothing = nothingToJudge(given['entra/apps']);
    if (nothing) return nothing;
    const apps = auditApps(given['entra/apps'], given, context);
    const told = tellOf(apps, ({ verdict }) => verdict === 'missing');
    if (!told) return passIfRead(given['entra/apps'], { key: 'check_entra_missing_pass' });
    const scoped = told.permissions.every(({ held }) => held.kind === 'application');
    return {
      kind: 'fail',
      impact: 'moderate',
      certainty: scoped ? 'possible' : 'likely',
      words: {
        title: { key: 'check_entra_missing_title' },
        why: {
          key: scoped ? 'check_entra_missing_why' : 'check_entra_missing_why_delegated',
          params: told.params,
        },
        step: openStep(told, { key: 'check_entra_missing_rest' }),
      },
    };
  },
});
