import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, sendJson } from '../wire/http.ts';
import { applyLock, applyValue, type Change } from './apply.ts';
import { type Csrf, CSRF_HEADER } from './csrf.ts';
import { wordingOf } from './labels/index.ts';
import type { WriteEntry } from './log.ts';
import { meetingList } from './meetings.ts';
import type { Bent } from './overrides.ts';
import type { MeetingSeed } from './scenario.ts';
import type { PortalState, SettingLevel } from './state.ts';
import { settingsView } from './view.ts';

export interface RestContext {
  readonly bent: Bent;
  readonly state: PortalState;
  readonly csrf: Csrf;
  readonly search: URLSearchParams;
  readonly meetings: readonly MeetingSeed[];
  now(): number;
  record(write: WriteEntry): void;
}

const LEVELS: readonly SettingLevel[] = ['account', 'group', 'user'];

function profileView({ bent, state, search }: RestContext): unknown {
  const { scenario } = bent;
  // `?profile=` bends what is shown, never what is kept.
  const status = search.has('profile') ? scenario.profile : state.profile.status;
  const account = state.account;
  return {
    name: scenario.name,
    zoomEmail: scenario.zoomEmail,
    timeZone: scenario.timeZone,
    connection: { ...state.profile, status },
    preselected: account.values['default-service'],
    // Locked by an admin: neither service nor permissions can be chosen (portal.md 3.7).
    forced: account.locks.includes('third-party-integration') ? account.values.permissions : null,
    enabled: account.values['third-party-integration'] === 'on',
  };
}

function read(path: string, context: RestContext): unknown {
  const { bent, state, search } = context;
  switch (path) {
    case '/rest/setting/list': {
      const level = LEVELS.find((name) => name === search.get('level'));
      return (
        level && settingsView(bent, state, level, { tab: search.get('tab'), group: search.get('group') })
      );
    }
    case '/rest/group/list':
      return { groups: state.groups.map(({ id, name, members }) => ({ id, name, members })) };
    case '/rest/profile':
      return profileView(context);
    case '/rest/meeting/list':
      return meetingList(
        bent.scenario,
        context.meetings,
        context.now(),
        Number(search.get('page') ?? '1') || 1,
      );
    default:
      return null;
  }
}

/** A posted change, or null when it is not one. */
function parseChange(body: string): Change | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (typeof parsed !== 'object' || parsed === null) return null;
  const { level, group, key, value } = parsed as Record<string, unknown>;
  const known = LEVELS.find((name) => name === level);
  if (!known || typeof key !== 'string') return null;
  return { level: known, group: typeof group === 'string' ? group : null, key, value };
}

async function write(
  path: string,
  req: IncomingMessage,
  res: ServerResponse,
  context: RestContext,
): Promise<void> {
  const { bent, state, csrf, search } = context;
  const kind = path === '/rest/setting/save' ? 'value' : path === '/rest/setting/lock' ? 'lock' : null;
  if (!kind) return sendJson(res, 404, { errorMessage: 'no such service' });
  const change = parseChange(await readBody(req));
  if (!change) return sendJson(res, 400, { errorMessage: 'not a change' });
  const token = req.headers[CSRF_HEADER];
  const refused = csrf.valid(req, typeof token === 'string' ? token : null)
    ? (kind === 'value' ? applyValue : applyLock)(state, change)
    : 'csrf';
  context.record({ kind, ...change, refused });
  if (refused !== null) return sendJson(res, refused === 'csrf' ? 403 : 400, { errorMessage: refused });
  const view = settingsView(bent, state, change.level, { tab: search.get('tab'), group: change.group });
  sendJson(res, 200, { message: wordingOf(bent.scenario).word('saved'), view });
}

/** The portal's own services under `/rest/`: reading by GET, changing by POST with the session's token, nothing while signed out. */
export async function handleRest(
  path: string,
  req: IncomingMessage,
  res: ServerResponse,
  context: RestContext,
): Promise<void> {
  if (!context.state.signedIn || context.bent.signedOut)
    return sendJson(res, 401, { errorCode: 201, errorMessage: 'User not login.' });
  if (req.method === 'POST') return write(path, req, res, context);
  if (req.method !== 'GET') return sendJson(res, 405, { errorMessage: 'method not allowed' });
  const { latency } = context.bent.scenario;
  if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
  const found = read(path, context);
  if (found === null || found === undefined) return sendJson(res, 404, { errorMessage: 'nothing here' });
  sendJson(res, 200, found);
}
