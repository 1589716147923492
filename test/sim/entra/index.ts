import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createSimClock, type SimClock } from '../clock/index.ts';
import type { FaultPlan } from '../wire/faults.ts';
import { addressOf, redirect, sendHtml, sendJson } from '../wire/http.ts';
import { createAdminConsent } from './adminconsent.ts';
import { createAuthorize } from './authorize.ts';
import { instanceDiscovery, openIdConfiguration } from './discovery.ts';
import { EntraError, errorBody } from './errors.ts';
import { createAnswers } from './flow.ts';
import { errorPage, signedOutPage } from './pages.ts';
import type { ConditionalAccessRule, EntraApp, EntraFault, EntraPlace, EntraScenario } from './scenario.ts';
import { createSessions } from './sessions.ts';
import { createSignIn } from './signin.ts';
import {
  createState,
  type LiveApp,
  type LiveTenant,
  type LiveUser,
  type LogEntry,
  userById,
  userByName,
} from './state.ts';
import { createTokenEndpoint } from './token-endpoint.ts';
import { type AccessGrant, createTokens } from './tokens.ts';

export type {
  AccessGrant,
  EntraApp,
  EntraFault,
  EntraPlace,
  EntraScenario,
  LiveApp,
  LiveTenant,
  LiveUser,
  LogEntry,
};
export type { ConsentPolicy, EntraTenant, EntraUser } from './scenario.ts';

export interface EntraSim {
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
  /** What an access token stands for, expired or not; `undefined` when this service never issued it. */
  readonly inspect: (token: string) => AccessGrant | undefined;
  /** Every access, refresh and id token ever given out. */
  readonly issued: () => readonly string[];
  /** The live records; a test may change their members. */
  user(username: string): LiveUser;
  userById(oid: string): LiveUser | undefined;
  tenant(idOrDomain: string): LiveTenant;
  readonly apps: LiveApp[];
  readonly faults: FaultPlan<EntraPlace, EntraFault>;
  readonly log: readonly LogEntry[];
  /** The next number of the service's order of events. */
  readonly tick: () => number;
  /** The person's or an administrator's "revoke sessions": every session and refresh token is void. */
  revokeSessions(username: string): void;
  /** The person changes the password: what the old one earned at a public client is void (microsoft.md C.4). */
  changePassword(username: string, password: string): void;
  /** Administrator's consent for everybody in the tenant. */
  grantAdminConsent(tenant: string, clientId: string, scopes: readonly string[]): void;
  /** Takes back every consent for an app. */
  withdrawConsents(tenant: string, clientId: string): void;
  setConditionalAccess(tenant: string, rules: readonly ConditionalAccessRule[]): void;
}

/** A stand-in for the sign-in service; it refuses what the real one refuses. */
export function createEntra(options: { scenario: EntraScenario; clock?: SimClock }): EntraSim {
  const state = createState(options.scenario, options.clock ?? createSimClock());
  const tokens = createTokens(state);
  const sessions = createSessions(state);
  const answers = createAnswers(state, tokens);
  const pages = createSignIn(state, sessions, answers);
  const authorize = createAuthorize(state, sessions, answers, pages);
  const adminConsent = createAdminConsent(state, answers, pages);
  const token = createTokenEndpoint(state, tokens);

  const user = (username: string): LiveUser => {
    const found = userByName(state, username);
    if (!found) throw new Error(`no such user in the scenario: ${username}`);
    return found;
  };
  const tenant = (name: string): LiveTenant => {
    const found = state.tenants.find(({ id, domain }) => id === name || domain === name);
    if (!found) throw new Error(`no such tenant in the scenario: ${name}`);
    return found;
  };

  function logout(req: IncomingMessage, res: ServerResponse): void {
    const back = addressOf(req).searchParams.get('post_logout_redirect_uri');
    const cookies = sessions.end(req);
    state.note({ what: 'sign-out' });
    const registered = back !== null && state.apps.some(({ redirectUris }) => redirectUris.includes(back));
    if (registered) redirect(res, back, { 'Set-Cookie': cookies });
    else sendHtml(res, 200, signedOutPage(), { 'Set-Cookie': cookies });
  }

  function describeCloud(res: ServerResponse, make: () => unknown): void {
    // Open to every origin, as public metadata is.
    const cors = { 'Access-Control-Allow-Origin': '*' };
    try {
      sendJson(res, 200, make(), cors);
    } catch (error) {
      if (!(error instanceof EntraError)) throw error;
      const trace = { now: state.clock.now(), traceId: randomUUID(), correlationId: randomUUID() };
      sendJson(res, 400, errorBody(error, trace), cors);
    }
  }

  return {
    async handle(req, res) {
      const [segment = '', ...rest] = addressOf(req).pathname.slice(1).split('/').map(decodeURIComponent);
      const path = rest.join('/');
      if (path === 'oauth2/v2.0/authorize') await authorize(req, res, segment);
      else if (path === 'oauth2/v2.0/token') await token(req, res, segment);
      else if (path === 'login' && req.method === 'POST') await pages.post(req, res);
      else if (path === 'v2.0/adminconsent') adminConsent(req, res, segment);
      else if (path === 'oauth2/v2.0/logout' || path === 'oauth2/logout') logout(req, res);
      else if (path === 'v2.0/.well-known/openid-configuration')
        describeCloud(res, () => openIdConfiguration(state, segment));
      else if (path === 'discovery/v2.0/keys') describeCloud(res, () => tokens.jwks());
      else if (path === 'discovery/instance') describeCloud(res, instanceDiscovery);
      else sendHtml(res, 404, errorPage('AADSTS90014: there is nothing at this address.'));
    },
    inspect: tokens.inspect,
    issued: tokens.issued,
    user,
    userById: (oid) => userById(state, oid),
    tenant,
    apps: state.apps,
    faults: state.faults,
    log: state.log,
    tick: state.tick,
    revokeSessions(username) {
      const person = user(username);
      person.sessionsValidFrom = state.clock.now();
      person.validFrom = state.tick();
    },
    changePassword(username, password) {
      const person = user(username);
      person.password = password;
      person.passwordChangedAt = state.clock.now();
      person.passwordFrom = state.tick();
      if (tenant(person.tid).passwordChangeMovesSessions) person.sessionsValidFrom = state.clock.now();
    },
    grantAdminConsent(name, clientId, scopes) {
      tenant(name).consents.push({ clientId, scopes });
    },
    withdrawConsents(name, clientId) {
      const found = tenant(name);
      found.consents = found.consents.filter((consent) => consent.clientId !== clientId);
    },
    setConditionalAccess(name, rules) {
      tenant(name).conditionalAccess = [...rules];
    },
  };
}
