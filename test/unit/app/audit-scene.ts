import { createAuditService } from '../../../utils/app/audit-service.ts';
import type { FactBook } from '../../../utils/model/facts.ts';
import type { SignInResult } from '../../../utils/model/messages.ts';
import type { GraphPort } from '../../../utils/model/ports.ts';
import { createGraph } from '../../../utils/adapters/graph/index.ts';
import type { GraphGet } from '../../../utils/adapters/graph/index.ts';
import type { Harness } from '../../sim/graph/harness.ts';
import { memoryFacts } from './memory-facts.ts';

export const ADMIN_SCOPES = 'Application.Read.All Directory.Read.All Policy.Read.All AuditLog.Read.All';
const ACCOUNT = { id: 'ines', username: 'ines.roy@alderfinch.example', tenantId: 'tid' };

/** The audit over our own gateway against the simulated Graph; MSAL and the sender alone are stood in for. */
export function auditAgainst(harness: Harness, changes: { policyApps?: readonly string[] } = {}) {
  const { clock: sim } = harness.world;
  const clock = { now: () => sim.now(), monotonic: () => sim.now() };
  const asked: string[] = [];
  const get: GraphGet = async (url, { consistency }) => {
    asked.push(url);
    const { status, text, headers } = await harness.get(
      url,
      consistency ? { ConsistencyLevel: consistency } : {},
    );
    const header = (name: string) => String(headers[name.toLowerCase()] ?? '') || null;
    return { status, text, bytes: text.length, header };
  };
  const graph: GraphPort = createGraph({
    get,
    clock,
    host: 'graph.microsoft.com',
    auth: { token: async () => 'held by the harness' },
    sleep: async (ms) => sim.advance(ms),
  });
  const facts = memoryFacts();
  const stage = {
    account: ACCOUNT as typeof ACCOUNT | null,
    granted: { ok: true, username: ACCOUNT.username } as SignInResult,
    scopes: [] as readonly string[],
    departures: 0,
    /** How long Microsoft's window stands open. */
    window: Promise.resolve(),
    log: [] as string[],
  };
  const service = createAuditService({
    auth: { account: async () => stage.account },
    grant: async (scopes) => {
      stage.scopes = scopes;
      await stage.window;
      return stage.granted;
    },
    graph,
    departures: () => stage.departures,
    cloud: () => Promise.resolve('global'),
    facts: facts.store,
    policyApps: () => Promise.resolve(changes.policyApps ?? []),
    clock,
    sleep: async (ms) => sim.advance(ms),
    alive: () => Promise.resolve(),
    log: async (code) => void stage.log.push(code),
  });
  return { service, facts, stage, asked, book: (): FactBook => facts.book() };
}
