import { ageOf } from '../../../core/age.ts';
import { DAY } from '../../../core/clock.ts';
import type { EntraAppsFact, EntraUseFact } from '../../../model/entra.ts';
import { isRead } from '../../../model/entra.ts';
import type { Outcome } from '../../../model/findings.ts';
import { defineCheck } from '../../define.ts';
import type { LastUse } from '../../entra/last-use.ts';
import { lastUseOf } from '../../entra/last-use.ts';
import { BEYOND } from '../../sources-beyond.ts';
import { SOURCES } from '../../sources.ts';

function nameOf(appId: string, fact: EntraAppsFact | undefined): string {
  const apps = fact && isRead(fact.found) ? fact.found.value.apps : [];
  return apps.find((app) => app.appId === appId)?.name ?? appId;
}

/** The newest word of Microsoft's was a refusal; one person's may be, so it is never more than likely. */
function refused(use: LastUse, span: number, app: string, now: number): Outcome | null {
  const { refusal, success } = use;
  if (!refusal) return null;
  const params = { app, age: ageOf(refusal.at, now), code: `AADSTS${refusal.code}` };
  return {
    kind: 'fail',
    impact: success === null ? 'serious' : 'moderate',
    certainty: success === null ? 'likely' : 'possible',
    words: {
      title: { key: 'check_last_use_refused' },
      why:
        success === null
          ? { key: 'check_last_use_refused_only', params: { ...params, count: Math.round(span / DAY) } }
          : { key: 'check_last_use_refused_why', params: { ...params, success: ageOf(success, now) } },
    },
  };
}

function judge({ apps, span }: EntraUseFact, known: EntraAppsFact | undefined, now: number): Outcome {
  if (apps.length === 0)
    return { kind: 'not-applicable', reason: 'no-app', words: { title: { key: 'check_entra_none' } } };
  const read = apps.flatMap(({ appId, use }) =>
    use === 'not-licensed' || !isRead(use) ? [] : [{ appId, use: use.value }],
  );
  if (read.length === 0) {
    const unlicensed = apps.some(({ use }) => use === 'not-licensed');
    return {
      kind: 'not-applicable',
      reason: unlicensed ? 'not-licensed' : 'not-allowed',
      words: { title: { key: unlicensed ? 'check_last_use_not_licensed' : 'check_last_use_not_allowed' } },
    };
  }
  let latest: number | null = null;
  for (const { appId, use } of read) {
    const last = lastUseOf(use);
    const bad = refused(last, span, nameOf(appId, known), now);
    if (bad) return bad;
    if (last.success !== null) latest = Math.max(latest ?? 0, last.success);
  }
  // The app that could not be read may be the one that carries the calendars.
  if (read.length < apps.length)
    return {
      kind: 'needs-review',
      reason: 'person-must-look',
      words: { title: { key: 'check_last_use_partly' } },
    };
  if (latest !== null)
    return {
      kind: 'pass',
      words: { title: { key: 'check_last_use_pass', params: { age: ageOf(latest, now) } } },
    };
  return {
    kind: 'fail',
    impact: 'minor',
    certainty: 'confirmed',
    words: {
      title: { key: 'check_last_use_silent', params: { count: Math.round(span / DAY) } },
      why: { key: 'check_last_use_silent_why' },
    },
  };
}

/** When Zoom's apps last signed in, where an admin has the right and the tenant the licence; without either it is no failure. */
export const lastUse = defineCheck({
  id: 'entra-last-use',
  levels: ['account'],
  needs: ['entra/last-use'],
  wants: ['entra/apps'],
  sources: [BEYOND.signIns, SOURCES.refreshTokens],
  run: (given, { now }) => judge(given['entra/last-use'], given['entra/apps'], now),
});
