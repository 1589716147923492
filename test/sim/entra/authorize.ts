import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { addressOf, readForm, sendHtml, sendJson } from '../wire/http.ts';
import { judgeConsent } from './consent.ts';
import { EntraError } from './errors.ts';
import type { Answers, Flow } from './flow.ts';
import { hopPage } from './pages.ts';
import { type AuthorizeRequest, hintMeans, readAuthorize, readDestination } from './request.ts';
import { requireAccess } from './rules.ts';
import type { Sessions } from './sessions.ts';
import type { EntraState } from './state.ts';

/** What the authorize endpoint needs of the page flow. */
export interface Pages {
  open(req: IncomingMessage, res: ServerResponse, flow: Flow): void;
}

export function createAuthorize(state: EntraState, sessions: Sessions, answers: Answers, pages: Pages) {
  /** `prompt=none`: an answer without a page, or an error by redirect. */
  function silent(req: IncomingMessage, res: ServerResponse, request: AuthorizeRequest): void {
    const people = sessions.people(req);
    const { hint } = request;
    const fitting = hint === null ? people : people.filter(({ user }) => hintMeans(hint, user));
    if (fitting.length > 1) throw new EntraError(16000);
    const [person] = fitting;
    if (!person) {
      const stale = [...(sessions.read(req)?.proofs.values() ?? [])].length > people.length;
      throw new EntraError(stale ? 50133 : 50058);
    }
    requireAccess(state, request.tenant, request.app, person.user, person.proof);
    if (judgeConsent(state, request.app, person.user, request.scopes) !== 'granted')
      throw new EntraError(65001);
    const url = addressOf(req);
    const home = state.tenants.find(({ id }) => id === person.user.tid);
    if (home?.scriptHop && !url.searchParams.has('sso_reload')) {
      url.searchParams.set('sso_reload', 'true');
      sendHtml(res, 200, hopPage(url.pathname + url.search));
      return;
    }
    answers.grant(res, request, person.user, person.proof);
  }

  return async function authorize(req: IncomingMessage, res: ServerResponse, tenant: string): Promise<void> {
    const query = req.method === 'POST' ? await readForm(req) : addressOf(req).searchParams;
    const fault = state.faults.next('authorize');
    if (fault && 'drop' in fault) {
      req.socket.destroy();
      return;
    }
    if (fault && 'status' in fault) {
      const headers = fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) };
      sendJson(res, fault.status, { error: 'temporarily_unavailable' }, headers);
      return;
    }
    let to: Parameters<Answers['fail']>[2];
    try {
      const destination = readDestination(state, tenant, query);
      to = { destination, silent: query.get('prompt') === 'none' };
      const request = readAuthorize(tenant, query, destination);
      if (fault) throw new EntraError(fault.code);
      if (request.prompt === 'none') silent(req, res, request);
      else
        pages.open(req, res, {
          ctx: randomUUID(),
          flowToken: randomUUID(),
          tenant,
          goal: { kind: 'authorize', request },
        });
    } catch (error) {
      if (!(error instanceof EntraError)) throw error;
      answers.fail(res, error, to);
    }
  };
}
