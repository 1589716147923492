import { browser } from 'wxt/browser';
import { systemClock as clock } from '../../utils/adapters/browser/clock.ts';
import type { AuditService } from '../../utils/app/audit-service.ts';
import { createAuditService } from '../../utils/app/audit-service.ts';
import type { AuthService } from '../../utils/app/auth-service.ts';
import { keepingGrants } from '../../utils/app/grants-history.ts';
import type { AuthPort, GraphPort } from '../../utils/model/ports.ts';
import { sleep } from './aside.ts';
import type { Front } from './front.ts';

interface Microsoft {
  readonly auth: AuthPort;
  readonly authService: AuthService;
  readonly graph: GraphPort;
}

/** The audit of Entra's side; a run goes on when the page that asked for it is gone. */
export function createAudit(
  { aside, log, cloud, facts, policy }: Front,
  { auth, authService, graph }: Microsoft,
): AuditService {
  const audit = createAuditService({
    auth,
    grant: (scopes) => authService.grantAudit(scopes),
    departures: () => authService.departures(),
    graph,
    cloud,
    facts: keepingGrants(facts),
    policyApps: async () => ((await policy.read()).policy.entraApps ?? []).map(({ appId }) => appId),
    clock,
    sleep,
    alive: () => browser.runtime.getPlatformInfo(),
    log,
  });
  return {
    ...audit,
    run(asked) {
      const result = audit.run(asked);
      aside.run('audit', result);
      return result;
    },
  };
}
