import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Permission } from '../../../utils/model/settings.ts';
import { addressOf, readForm, redirect, sendHtml } from '../wire/http.ts';
import { applyConsent, applyValue } from './apply.ts';
import { consentDone, consentPage, signInPage } from './bare-pages.ts';
import { createCsrf } from './csrf.ts';
import { serveFile } from './files.ts';
import { wordingOf } from './labels/index.ts';
import type { RequestEntry, WriteEntry } from './log.ts';
import { meetingsAround } from './meetings.ts';
import { type Bent, bend } from './overrides.ts';
import { handleRest } from './rest.ts';
import { defaultScenario, type PortalScenario } from './scenario.ts';
import { type AppPage, shell } from './shell.ts';
import { type PortalState, seedState } from './state.ts';

export { keyOf } from './catalogue.ts';
export type { RequestEntry, WriteEntry } from './log.ts';
export { defaultScenario, DEFAULT_GROUPS } from './scenario.ts';
export type * from './scenario.ts';
export type { LevelState, PortalState } from './state.ts';

export interface PortalSim {
  /** Answers one request, whatever its host. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
  /** Live and mutable; the next page load shows it. */
  readonly state: PortalState;
  /** Live and mutable where it shapes pages; sign-in, levels, groups and profile are read from it at `reset` only. */
  readonly scenario: PortalScenario;
  readonly requests: RequestEntry[];
  /** Changes done, in order: empty as long as nobody clicked. */
  readonly writes: WriteEntry[];
  /** Changes asked for and refused. */
  readonly refused: WriteEntry[];
  /** Back to the start of the given scenario, or of the present one; forgets requests and writes. */
  reset(scenario?: Partial<PortalScenario>): void;
}

export interface PortalOptions {
  readonly scenario?: Partial<PortalScenario>;
  readonly clock?: { now(): number };
}

const PAGES: readonly (readonly [path: RegExp, page: AppPage, title: string])[] = [
  [/^\/account\/setting(\/\w+)?$/, 'account-setting', 'accountSettings'],
  [/^\/profile\/setting(\/\w+)?$/, 'profile-setting', 'settings'],
  [/^\/account\/group$/, 'groups', 'groups'],
  [/^\/profile$/, 'profile', 'profile'],
  [/^\/meeting$/, 'meetings', 'meetings'],
  [/^\/account\/user$/, 'none', 'users'],
  [/^\/account$/, 'none', 'accountProfile'],
  [/^\/(?:$|myhome$|location$|account\/report$|profile\/privacy$|meeting\/schedule$)/, 'none', 'account'],
  [/^\/recording$/, 'none', 'recordings'],
];

/** A stand-in for the Zoom web portal, shaped by data (facts: portal.md; its look: look/notes.html). */
export function createPortal(options: PortalOptions = {}): PortalSim {
  let scenario: PortalScenario = { ...defaultScenario(), ...options.scenario };
  let state = seedState(scenario);
  const csrf = createCsrf();
  const requests: RequestEntry[] = [];
  const writes: WriteEntry[] = [];
  const refused: WriteEntry[] = [];
  const now = () => options.clock?.now() ?? Date.now();
  let around = meetingsAround(now());
  const record = (write: WriteEntry) => void (write.refused === null ? writes : refused).push(write);
  const signedIn = (bent: Bent) => state.signedIn && !bent.signedOut;

  async function signIn(req: IncomingMessage, res: ServerResponse, bent: Bent): Promise<void> {
    if (req.method !== 'POST') return sendHtml(res, 200, signInPage(bent, csrf.token(req, res)));
    const form = await readForm(req);
    const wrong = csrf.valid(req, form.get('csrf')) ? null : 'csrf';
    record({ kind: 'sign-in', level: 'user', group: null, key: 'session', value: true, refused: wrong });
    if (wrong) return sendHtml(res, 403, signInPage(bent, csrf.token(req, res)));
    state.signedIn = true;
    redirect(res, '/profile');
  }

  async function consent(
    req: IncomingMessage,
    res: ServerResponse,
    bent: Bent,
    search: URLSearchParams,
  ): Promise<void> {
    const fields = (from: URLSearchParams) => ({
      purpose: from.get('purpose') ?? 'profile',
      permissions: from.get('permissions') ?? '',
      level: from.get('level') ?? '',
      group: from.get('group') ?? '',
      key: from.get('key') ?? '',
    });
    if (req.method !== 'POST')
      return sendHtml(res, 200, consentPage(bent, csrf.token(req, res), fields(search)));
    const form = await readForm(req);
    const given = fields(form);
    const admin = given.purpose === 'application';
    const back = () => redirect(res, `/profile${bent.query && `?${bent.query}`}`);
    if (!form.has('accept')) return admin ? sendHtml(res, 200, consentDone(bent)) : back();
    const level = admin && given.level === 'group' ? 'group' : 'account';
    const change = {
      level,
      group: given.group || null,
      key: given.key,
      value: 'application-permissions',
    } as const;
    const permissions = given.permissions.split(',').filter(Boolean) as Permission[];
    const why =
      bent.scenario.consent !== 'ok'
        ? 'needs admin approval'
        : !csrf.valid(req, form.get('csrf'))
          ? 'csrf'
          : admin
            ? applyValue(state, change)
            : null;
    if (why === null && !admin) applyConsent(state, permissions);
    record(
      admin
        ? { kind: 'value', ...change, refused: why }
        : {
            kind: 'connect',
            level: 'profile',
            group: null,
            key: 'connection',
            value: permissions,
            refused: why,
          },
    );
    if (why !== null) return sendHtml(res, 403, consentPage(bent, csrf.token(req, res), given));
    return admin ? sendHtml(res, 200, consentDone(bent)) : back();
  }

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { pathname, searchParams } = addressOf(req);
    const path = pathname.length > 1 ? pathname.replace(/\/+$/, '') : pathname;
    const bent = bend(scenario, searchParams);
    if (serveFile(path, res)) return;
    if (path === '/csrf_js') {
      const token = csrf.token(req, res);
      res.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
      res.end(`ZOOM-CSRFTOKEN:${token}`);
      return;
    }
    if (path.startsWith('/rest/'))
      return handleRest(path, req, res, {
        bent,
        state,
        csrf,
        search: searchParams,
        meetings: scenario.meetings ?? around,
        now,
        record,
      });
    if (path === '/signin' || path === '/login') return signIn(req, res, bent);
    if (!signedIn(bent)) return redirect(res, `/signin${bent.query && `?${bent.query}`}`);
    if (path === '/sim/microsoft-consent') return consent(req, res, bent, searchParams);
    const page = PAGES.find(([pattern]) => pattern.test(path));
    const words = wordingOf(bent.scenario);
    csrf.token(req, res);
    sendHtml(
      res,
      page ? 200 : 404,
      shell(bent, path, page?.[1] ?? 'none', words.word(page?.[2] ?? 'notFound')),
    );
  }

  return {
    get state() {
      return state;
    },
    get scenario() {
      return scenario;
    },
    requests,
    writes,
    refused,
    async handle(req, res) {
      await answer(req, res);
      requests.push({ method: req.method ?? 'GET', path: req.url ?? '/', status: res.statusCode });
    },
    reset(next) {
      scenario = next ? { ...defaultScenario(), ...next } : scenario;
      state = seedState(scenario);
      around = meetingsAround(now());
      requests.length = 0;
      writes.length = 0;
      refused.length = 0;
    },
  };
}
