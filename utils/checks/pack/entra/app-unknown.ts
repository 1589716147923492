import { defineCheck } from '../../define.ts';
import { auditApps } from '../../entra/audit.ts';
import { BESIDE } from '../../entra/portal-side.ts';
import { nothingToJudge, openStep, passIfRead, tellOf } from '../../entra/told.ts';
import { BEYOND } from '../../sources-beyond.ts';
import { SOURCES } from '../../sources.ts';

/** Permissions that no list settles, those without a name among them: a person decides, nothing is called wrong. */
export const appUnknown = defineCheck({
  id: 'entra-app-unknown',
  levels: ['account'],
  needs: ['entra/apps'],
  wants: BESIDE,
  sources: [SOURCES.application, BEYOND.appRoles],
  run: (given, context) => {
    const nothing = nothingToJudge(given['entra/apps']);
    if (nothing) return nothing;
    const apps = auditApps(given['entra/apps'], given, context);
    const told = tellOf(apps, ({ verdict }) => verdict === 'unknown');
    if (!told) return passIfRead(given['entra/apps'], { key: 'check_entra_unknown_pass' });
    return {
      kind: 'needs-review',
      reason: 'person-must-look',
      words: {
        title: { key: 'check_entra_unknown_title', params: { count: told.count } },
        why: { key: 'check_entra_unknown_why', params: told.params },
        step: openStep(told),
      },
    };
  },
});
