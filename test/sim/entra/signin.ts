import type { IncomingMessage, ServerResponse } from 'node:http';
import { readForm, sendHtml } from '../wire/http.ts';
import { isConsentAdmin, judgeConsent, recordConsent } from './consent.ts';
import { EntraError } from './errors.ts';
import { type Answers, type Flow, formOf } from './flow.ts';
import { finishAdmin } from './adminconsent.ts';
import {
  approvalPage,
  consentPage,
  errorPage,
  mfaPage,
  passwordPage,
  pickerPage,
  stayPage,
  usernamePage,
} from './pages.ts';
import { hintMeans } from './request.ts';
import { requireAccess } from './rules.ts';
import { SCOPES } from './scopes.ts';
import type { Sessions } from './sessions.ts';
import { type EntraState, type LiveUser, proofStands, tenantOf, userById, userByName } from './state.ts';

type Handler = (req: IncomingMessage, res: ServerResponse, flow: Flow, form: URLSearchParams) => void;

/** The pages between an authorize request and its answer. */
export function createSignIn(state: EntraState, sessions: Sessions, answers: Answers) {
  const flows = new Map<string, Flow>();

  const people = () => (state.scenario.listPeople ? state.users : []);
  const askName = (res: ServerResponse, flow: Flow, name: string, error?: string) =>
    sendHtml(res, 200, usernamePage(formOf(flow), name, people(), error));

  /** Shows the next page this flow needs, or answers it. */
  function proceed(req: IncomingMessage, res: ServerResponse, flow: Flow, cookies: string[] = []): void {
    const { proof } = flow;
    const user = proof && userById(state, proof.oid);
    if (!proof || !user || !proofStands(user, proof)) {
      askName(res, flow, '');
      return;
    }
    const { app, scopes } = flow.goal.request;
    const show = (html: string) => sendHtml(res, 200, html, { 'Set-Cookie': cookies });
    try {
      requireAccess(state, flow.tenant, app, user, proof);
    } catch (error) {
      if (!(error instanceof EntraError)) throw error;
      if (error.code === 50076) show(mfaPage(formOf(flow), user.username));
      else answers.fail(res, error, { destination: flow.goal.request, silent: false });
      return;
    }
    if (flow.askStay) {
      show(stayPage(formOf(flow)));
      return;
    }
    const verdict = judgeConsent(state, app, user, scopes);
    const lines = scopes.map((scope) => SCOPES[scope]?.title ?? scope);
    const words = { app: app.displayName, username: user.username, lines };
    if (flow.goal.kind === 'admin') {
      if (flow.accepted) finishAdmin(res, flow.goal.request, user);
      else if (!isConsentAdmin(user)) show(approvalPage(formOf(flow), app.displayName));
      else show(consentPage(formOf(flow), { ...words, forAll: false, admin: true }));
      return;
    }
    const { request } = flow.goal;
    if (verdict === 'admin-must') show(approvalPage(formOf(flow), app.displayName));
    else if (!flow.accepted && (verdict === 'user-may' || request.prompt === 'consent')) {
      show(consentPage(formOf(flow), { ...words, forAll: isConsentAdmin(user), admin: false }));
    } else {
      flows.delete(flow.ctx);
      answers.grant(res, request, user, proof, cookies);
    }
  }

  function belongs(flow: Flow, user: LiveUser): boolean {
    const asked = tenantOf(state, flow.tenant);
    return asked === 'any' || asked?.id === user.tid;
  }

  const steps: Record<string, Handler> = {
    username(_req, res, flow, form) {
      const name = form.get('loginfmt') ?? '';
      const user = userByName(state, name);
      const error = !user
        ? 'We couldn’t find an account with that username. (AADSTS50034)'
        : belongs(flow, user)
          ? undefined
          : 'This account does not exist in this organization. (AADSTS50020)';
      if (!user || error !== undefined) askName(res, flow, name, error);
      else sendHtml(res, 200, passwordPage(formOf(flow), user.username));
    },
    password(req, res, flow, form) {
      const user = userByName(state, form.get('login') ?? '');
      if (!user || user.password !== form.get('passwd')) {
        const name = user?.username ?? form.get('login') ?? '';
        sendHtml(
          res,
          200,
          passwordPage(formOf(flow), name, 'Your account or password is incorrect. (AADSTS50126)'),
        );
        return;
      }
      flow.proof = { oid: user.oid, authTime: state.clock.now(), order: state.tick(), mfa: false };
      flow.askStay = true;
      state.note({ what: 'sign-in', username: user.username });
      proceed(req, res, flow);
    },
    mfa(req, res, flow) {
      if (!flow.proof) throw new EntraError(70000);
      flow.proof = { ...flow.proof, mfa: true };
      // A session that was there before keeps its kind of cookie; a new one is asked about next.
      proceed(req, res, flow, flow.askStay ? [] : sessions.add(req, flow.proof, false));
    },
    'stay-yes': (req, res, flow) => keep(req, res, flow, true),
    'stay-no': (req, res, flow) => keep(req, res, flow, false),
    accept(req, res, flow, form) {
      const user = flow.proof && userById(state, flow.proof.oid);
      if (!user) throw new EntraError(70000);
      const { app, scopes } = flow.goal.request;
      const admin = flow.goal.kind === 'admin';
      if (admin ? !isConsentAdmin(user) : judgeConsent(state, app, user, scopes) === 'admin-must') {
        throw new EntraError(90094);
      }
      recordConsent(
        state,
        app,
        user,
        scopes,
        isConsentAdmin(user) && (admin || form.get('everybody') === '1'),
      );
      flow.accepted = true;
      proceed(req, res, flow);
    },
    cancel: (_req, res, flow) => leave(res, flow, 65004),
    decline: (_req, res, flow) => leave(res, flow, 90094),
    back: (_req, res, flow) => askName(res, flow, ''),
    'other-account'(_req, res, flow) {
      delete flow.proof;
      askName(res, flow, '');
    },
  };

  function keep(req: IncomingMessage, res: ServerResponse, flow: Flow, stay: boolean): void {
    if (!flow.proof || !flow.askStay) throw new EntraError(70000);
    flow.askStay = false;
    proceed(req, res, flow, sessions.add(req, flow.proof, stay));
  }

  function leave(res: ServerResponse, flow: Flow, code: number): void {
    flows.delete(flow.ctx);
    answers.fail(res, new EntraError(code), { destination: flow.goal.request, silent: false });
  }

  return {
    /** First page of a flow, chosen by prompt, hint and who is signed in. */
    open(req: IncomingMessage, res: ServerResponse, flow: Flow): void {
      flows.set(flow.ctx, flow);
      const people = sessions.people(req);
      const { prompt, hint } =
        flow.goal.kind === 'authorize' ? flow.goal.request : { prompt: 'select_account', hint: null };
      const fitting = hint === null ? people : people.filter(({ user }) => hintMeans(hint, user));
      const [only] = fitting;
      const pick = () =>
        sendHtml(
          res,
          200,
          pickerPage(
            formOf(flow),
            people.map(({ user }) => ({
              oid: user.oid,
              username: user.username,
              displayName: user.displayName ?? user.username,
            })),
          ),
        );
      if (prompt === 'select_account' && people.length > 0) pick();
      else if (prompt !== 'login' && prompt !== 'select_account' && only && fitting.length === 1) {
        flow.proof = only.proof;
        proceed(req, res, flow);
      } else if (prompt !== 'login' && prompt !== 'select_account' && hint === null && people.length > 1)
        pick();
      else {
        const hinted = hint === null ? undefined : state.users.find((user) => hintMeans(hint, user));
        if (hinted && belongs(flow, hinted)) sendHtml(res, 200, passwordPage(formOf(flow), hinted.username));
        else askName(res, flow, hint ?? '');
      }
    },

    /** One posted page. */
    async post(req: IncomingMessage, res: ServerResponse): Promise<void> {
      const form = await readForm(req);
      const flow = flows.get(form.get('ctx') ?? '');
      if (!flow || flow.flowToken !== form.get('flowToken')) {
        sendHtml(res, 200, errorPage('AADSTS165000: the request is not tied to a sign-in of this browser.'));
        return;
      }
      try {
        const picked = form.get('pick');
        if (picked === 'other') askName(res, flow, '');
        else if (picked !== null) {
          const person = sessions.people(req).find(({ user }) => user.oid === picked);
          if (!person) throw new EntraError(16000);
          flow.proof = person.proof;
          proceed(req, res, flow);
        } else {
          const step = steps[form.get('step') ?? ''];
          if (!step) throw new EntraError(90014, "Field: 'step'.");
          step(req, res, flow, form);
        }
      } catch (error) {
        if (!(error instanceof EntraError)) throw error;
        answers.fail(res, error);
      }
    },
  };
}
