import { browser } from 'wxt/browser';
import { uiLocale } from '../../utils/adapters/browser/i18n.ts';
import { managedPolicy } from '../../utils/adapters/browser/policy.ts';
import { logLines } from '../../utils/adapters/browser/log.ts';
import { CHECKS } from '../../utils/checks/index.ts';
import type { PolicyReading } from '../../utils/model/policy.ts';
import { troubleReport } from '../../utils/report/index.ts';
import { everyFinding } from './every-finding.ts';
import type { Judged } from './judged.ts';
import type { Stored } from './load.ts';

interface Brands {
  readonly userAgentData?: {
    readonly platform: string;
    readonly brands: readonly { readonly brand: string; readonly version: string }[];
  };
}

/** Name and version alone: a user agent's long form can tell people apart. */
function browserName(): string {
  const data = (navigator as Brands).userAgentData;
  const brand = data?.brands.findLast(({ brand: name }) => !/not.?a.?brand/i.test(name));
  if (data && brand) return `${brand.brand} ${brand.version} on ${data.platform}`;
  return /(?:Firefox|Edg|Chrome)\/\d+/.exec(navigator.userAgent)?.[0] ?? 'unknown';
}

/** A policy the browser would not give is told as one refused whole. */
const UNREADABLE: PolicyReading = {
  policy: {},
  refused: [{ field: 'policy-unreadable', reason: 'wrong-type' }],
};

/** The troubleshooting report of this moment. */
export async function makeTroubleReport(
  { view, facts: known, around }: Judged,
  stored: Stored,
  snapshots: number,
): Promise<string> {
  const { facts, connection, sync, runs } = stored;
  const now = Date.now();
  const [log, granted, policy] = await Promise.all([
    logLines(),
    browser.permissions.getAll(),
    managedPolicy(CHECKS.map(({ id }) => id))
      .read()
      .catch(() => UNREADABLE),
  ]);
  return troubleReport({
    madeAt: now,
    version: browser.runtime.getManifest().version,
    browser: browserName(),
    language: uiLocale(),
    online: navigator.onLine,
    connection,
    view,
    sync,
    runs,
    facts,
    findings: everyFinding(facts, known, now, around),
    snapshots,
    log,
    permissions: granted.permissions ?? [],
    origins: granted.origins ?? [],
    policy: { set: Object.keys(policy.policy), refused: policy.refused },
  });
}
