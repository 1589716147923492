import type { ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import { redirect, sendHtml } from '../wire/http.ts';
import { grantedScopes } from './consent.ts';
import { describe, type EntraError, shapeOf } from './errors.ts';
import { errorPage, type PageForm } from './pages.ts';
import { answerUrl, type AuthorizeRequest, type Destination } from './request.ts';
import type { EntraState, LiveUser, Proof } from './state.ts';
import type { Tokens } from './tokens.ts';

/** An administrator's visit by the consent link. */
export interface AdminRequest extends Destination {
  readonly tenant: string;
  readonly scopes: readonly string[];
}

/** One sign-in on its way through the pages, held by the service; the pages carry its ids only. */
export interface Flow {
  readonly ctx: string;
  readonly flowToken: string;
  readonly tenant: string;
  readonly goal:
    | { readonly kind: 'authorize'; readonly request: AuthorizeRequest }
    | { readonly kind: 'admin'; readonly request: AdminRequest };
  proof?: Proof;
  /** A password was typed in this flow, so "Stay signed in?" is still to be asked. */
  askStay?: boolean;
  accepted?: boolean;
}

export const formOf = ({ ctx, flowToken, tenant }: Flow): PageForm => ({
  action: `/${tenant}/login`,
  ctx,
  flowToken,
});

export interface Answers {
  /** Shows the error, or sends it where the request may send it. */
  fail(res: ServerResponse, error: EntraError, to?: { destination: Destination; silent: boolean }): void;
  /** Sends an authorization code. */
  grant(
    res: ServerResponse,
    request: AuthorizeRequest,
    user: LiveUser,
    proof: Proof,
    cookies?: string[],
  ): void;
}

export function createAnswers(state: EntraState, tokens: Tokens): Answers {
  return {
    fail(res, error, to) {
      const shape = shapeOf(error.code);
      const trace = { now: state.clock.now(), traceId: randomUUID(), correlationId: randomUUID() };
      state.note({
        what: 'error',
        code: error.code,
        ...(to ? { clientId: to.destination.app.clientId } : {}),
      });
      const description = describe(error, trace);
      if (to && (to.silent || shape.redirects)) {
        const oauth = to.silent ? (shape.silent ?? 'interaction_required') : shape.oauth;
        const answer = {
          error: oauth,
          error_description: description,
          // MSAL takes the number of the error from here.
          error_uri: `https://login.microsoftonline.com/error?code=${error.code}`,
        };
        redirect(res, answerUrl(to.destination, answer));
        return;
      }
      // Entra's error pages come with 200; a web-auth window would otherwise report a load failure.
      sendHtml(res, 200, errorPage(description), { 'x-ms-request-id': trace.traceId });
    },

    grant(res, request, user, proof, cookies = []) {
      const held = grantedScopes(state, request.app, user);
      const scopes = held.filter((scope) => scope !== 'offline_access' || request.scopes.includes(scope));
      const code = tokens.issueCode(
        { clientId: request.app.clientId, tid: user.tid, proof, scopes },
        request,
      );
      state.note({ what: 'code', clientId: request.app.clientId, username: user.username });
      const answer = {
        code,
        ...(request.clientInfo ? { client_info: clientInfo(user) } : {}),
        session_state: randomUUID(),
      };
      redirect(res, answerUrl(request, answer), { 'Set-Cookie': cookies });
    },
  };
}

/** `client_info` as MSAL reads it: who and where, base64url JSON. */
export function clientInfo(user: LiveUser): string {
  return Buffer.from(JSON.stringify({ uid: user.oid, utid: user.tid })).toString('base64url');
}
