import { DAY, SECOND } from '../core/clock.ts';
import { SynclineError, toErrorInfo } from '../core/errors.ts';
import type { CloudId } from '../model/clouds.ts';
import { CLOUDS } from '../model/clouds.ts';
import type { AuditStep, EntraRunFact } from '../model/entra.ts';
import { isRead } from '../model/entra.ts';
import type { FactKey, FactValues } from '../model/facts.ts';
import type { AuditResult, MessageMap, SignInResult } from '../model/messages.ts';
import type { AuthPort, FactStore, LogPort } from '../model/ports.ts';
import { SCOPES } from '../model/scopes.ts';
import { findApps } from './audit-apps.ts';
import type { AskerParts } from './audit-asker.ts';
import { createAuditAsker, partOf } from './audit-asker.ts';
import { readPermissions, readResources } from './audit-grants.ts';
import { readConsent, readUse, USE_SPAN } from './audit-tenant.ts';
import type { AuditQuestion } from './audit-turns.ts';
import { createAuditTurns } from './audit-turns.ts';
import { createTurns } from './in-turn.ts';

/** Grants change by an admin's hand, any day. */
const AUDIT_GOOD_FOR = DAY;
/** A reading that has said nothing for so long has been cut off. */
const RUNNING_GOOD_FOR = 90 * SECOND;
const KEPT = 3650 * DAY;

export interface AuditOptions extends AskerParts {
  readonly auth: Pick<AuthPort, 'account'>;
  /** Asks for the admin's scopes, at a window where Microsoft wants one. */
  readonly grant: (scopes: readonly string[]) => Promise<SignInResult>;
  /** How often somebody was signed out. */
  readonly departures: () => number;
  readonly cloud: () => Promise<CloudId>;
  readonly facts: FactStore;
  /** App ids the organisation's policy names. */
  readonly policyApps: () => Promise<readonly string[]>;
  readonly log: LogPort;
}

export interface AuditService {
  /** Reads Zoom's apps, their grants, who may consent and, when asked to, the last sign-ins; writes facts, judges nothing. */
  run(asked: AuditQuestion): Promise<AuditResult>;
  /** Keeps or takes back an admin's word that an app is Zoom's; the next run reads by it. */
  choose(asked: MessageMap['audit/choose-app']['request']): Promise<void>;
}

const gone = () => new SynclineError({ code: 'signed-out', who: 'person' }, 'signed out during the audit');

/** The collector of Entra's side; only ever begun by a person's act. */
export function createAuditService(options: AuditOptions): AuditService {
  const { auth, grant, departures, cloud, facts, policyApps, clock, log } = options;
  const inTurn = createTurns();
  const ask = createAuditAsker(options);
  let begun = 0;
  let withSignIns = false;
  const isGone = () => begun !== departures();

  async function put<Key extends FactKey>(
    key: Key,
    value: FactValues[Key],
    goodFor: number,
    left = isGone(),
  ): Promise<void> {
    // A sign-out or a deletion may come at any wait: what it has wiped is not written again.
    if (left) throw gone();
    await facts.put(key, { value, source: 'microsoft-entra', observedAt: clock.now(), goodFor });
  }
  const tell = (value: Exclude<EntraRunFact, { state: 'running' }>) =>
    put('entra/run', value, AUDIT_GOOD_FOR);
  const tellStep = (step: AuditStep, count: { readonly done?: number; readonly of?: number } = {}) =>
    put(
      'entra/run',
      { state: 'running', step, ...count, ...(withSignIns ? { signIns: true } : {}) },
      RUNNING_GOOD_FOR,
    );

  /** What is read for one person is not written once another, or nobody, is signed in. */
  const stillOf = (id: string) => async () => {
    if ((await auth.account())?.id !== id) throw gone();
  };

  async function readApps(root: string, tenantId: string, still: () => Promise<void>, hear: () => void) {
    hear();
    const chosen = (await facts.book())['entra/choice']?.value.appIds ?? [];
    // A policy that cannot be read names no app; the others are read all the same.
    const policy = await policyApps().catch((): readonly string[] => []);
    const found = await partOf(async () => {
      const { apps, ...rest } = await findApps(ask, root, { chosen, policy });
      const resources = apps.length > 0 ? await readResources(ask, root) : new Map();
      const read = [];
      for (const [done, app] of apps.entries()) {
        await still();
        await tellStep('grants', { done, of: apps.length });
        read.push(await readPermissions(ask, root, app, resources));
      }
      return { ...rest, apps: read };
    });
    await still();
    // Out of reach for the moment: what was read before stays, and grows old.
    if ('unread' in found && found.unread.who === 'wait')
      throw new SynclineError(found.unread, 'apps not read');
    await put('entra/apps', { tenantId, found }, AUDIT_GOOD_FOR);
    return isRead(found) ? found.value.apps : [];
  }

  async function read(hear: () => void): Promise<void> {
    const account = await auth.account();
    if (!account) throw new SynclineError({ code: 'sign-in-needed', who: 'person' }, 'nobody is signed in');
    const still = stillOf(account.id);
    const host = CLOUDS[await cloud()].graph;
    const root = `https://${host}/v1.0`;
    await tellStep('apps');
    const apps = await readApps(root, account.tenantId, still, hear);
    await tellStep('consent');
    const consent = await readConsent(ask, root);
    await still();
    await put('entra/consent', consent, AUDIT_GOOD_FOR);
    if (!withSignIns) {
      await facts.remove(['entra/last-use']);
      return;
    }
    const uses = [];
    for (const [done, { appId }] of apps.entries()) {
      await tellStep('sign-ins', { done, of: apps.length });
      uses.push({ appId, use: await readUse(ask, host, appId, clock.now()) });
    }
    await still();
    await put('entra/last-use', { span: USE_SPAN, apps: uses }, AUDIT_GOOD_FOR);
  }

  async function run({ signIns }: AuditQuestion, hear: () => void): Promise<AuditResult> {
    begun = departures();
    try {
      withSignIns = signIns ?? (await facts.book())['entra/last-use'] !== undefined;
      await tellStep('approval');
      const granted = await grant([...SCOPES.audit, ...(withSignIns ? SCOPES.signIns : [])]);
      if (!granted.ok) {
        await tell({ state: 'refused', error: granted.error });
        return granted;
      }
      await read(hear);
      await tell({ state: 'ended' });
      return { ok: true };
    } catch (error) {
      const info = toErrorInfo(error);
      if (!isGone()) await log(`audit/${info.code}`);
      if (info.code === 'signed-out' || isGone()) await facts.remove(['entra/run']);
      else await tell({ state: 'refused', error: info });
      return { ok: false, error: info };
    }
  }

  const turns = createAuditTurns(run);
  return {
    run: (asked) => turns.ask(asked),
    choose: ({ appId, chosen }) =>
      inTurn(async () => {
        const then = departures();
        const before = (await facts.book())['entra/choice']?.value.appIds ?? [];
        const others = before.filter((known) => known !== appId);
        const appIds = chosen ? [...others, appId] : others;
        await put('entra/choice', { appIds }, KEPT, then !== departures());
        turns.wordChanged();
      }),
  };
}
