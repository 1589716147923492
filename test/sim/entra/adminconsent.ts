import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { addressOf, redirect } from '../wire/http.ts';
import { EntraError } from './errors.ts';
import type { AdminRequest, Answers, Flow } from './flow.ts';
import { answerUrl, readDestination } from './request.ts';
import { parseScopes } from './scopes.ts';
import type { EntraState, LiveUser } from './state.ts';

/** `/{tenant}/v2.0/adminconsent` (Idp v2-admin-consent); answers go into the query of the redirect. */
export function createAdminConsent(
  state: EntraState,
  answers: Answers,
  pages: { open(req: IncomingMessage, res: ServerResponse, flow: Flow): void },
) {
  return function adminConsent(req: IncomingMessage, res: ServerResponse, tenant: string): void {
    const query = addressOf(req).searchParams;
    try {
      const destination = { ...readDestination(state, tenant, query), responseMode: 'query' as const };
      const scopes = parseScopes(query.get('scope'));
      if (scopes === null) throw new EntraError(90014, "Field: 'scope'.");
      if (typeof scopes === 'string') throw new EntraError(650053, `Scope '${scopes}'.`);
      const request: AdminRequest = { ...destination, tenant, scopes };
      pages.open(req, res, {
        ctx: randomUUID(),
        flowToken: randomUUID(),
        tenant,
        goal: { kind: 'admin', request },
      });
    } catch (error) {
      if (!(error instanceof EntraError)) throw error;
      answers.fail(res, error);
    }
  };
}

export function finishAdmin(res: ServerResponse, request: AdminRequest, user: LiveUser): void {
  const scope = request.scopes.map((name) => `https://graph.microsoft.com/${name}`).join(' ');
  redirect(res, answerUrl(request, { admin_consent: 'True', tenant: user.tid, scope }));
}
