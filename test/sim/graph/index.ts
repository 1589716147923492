import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { createSimClock, type SimClock } from '../clock/index.ts';
import type { EntraSim } from '../entra/index.ts';
import { createFaultPlan, type FaultPlan } from '../wire/faults.ts';
import { addressOf } from '../wire/http.ts';
import { seedOf } from '../wire/random.ts';
import { type CalendarSim, createCalendar } from './calendar/index.ts';
import { calendarDelta, calendarView, oneEvent } from './calendar-routes.ts';
import { createDelta } from './delta/engine.ts';
import { type DirectoryData, defaultDirectory } from './directory/data.ts';
import { createDirectory } from './directory/routes.ts';
import { GraphRefusal, sendRefusal } from './errors.ts';
import { refusalOf, spoil } from './faults.ts';
import { createGate } from './gate.ts';
import { me } from './me.ts';
import {
  type Endless,
  type GraphFault,
  type GraphPlace,
  type GraphScenario,
  ORDINARY_DAY,
} from './scenario.ts';

export type { CalendarSim, TruthRow } from './calendar/index.ts';
export type { Endless, GraphFault, GraphPlace, GraphScenario };

export interface GraphSim {
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
  /** The calendar of a person, made on first use around the clock's now. */
  calendar(username: string): CalendarSim;
  /** The tenant's applications and their rights; an admin of the story changes them here. */
  readonly directory: DirectoryData;
  readonly faults: FaultPlan<GraphPlace, GraphFault>;
  /** Rounds that never end (microsoft.md A.7), until set back to `undefined`. */
  endless: Endless | undefined;
  /** Every sync state given out so far is lost: 410 with `Location`. */
  forgetSyncStates(): void;
  /** Tokens issued to the person before now are answered with a claims challenge. */
  challenge(username: string): void;
  /** What a well-behaved client never does, in words. */
  readonly violations: readonly string[];
  /** Requests other than GET: this product must never make one. */
  readonly writes: readonly string[];
}

const OUTLOOK = new Set<GraphPlace>(['delta', 'calendarView', 'event']);

function placeOf(path: string): GraphPlace {
  if (path === 'me') return 'me';
  if (path === 'me/calendarView/delta') return 'delta';
  if (path === 'me/calendarView') return 'calendarView';
  if (path.startsWith('me/events/')) return 'event';
  return path === 'auditLogs/signIns' ? 'signIns' : 'directory';
}

/** Graph's answer to a page without host permission: open, but `Retry-After` stays unreadable (js 978). */
function openToPages(res: ServerResponse): void {
  res.setHeader('Access-Control-Allow-Origin', '*');
  res.setHeader(
    'Access-Control-Expose-Headers',
    'ETag, Location, Preference-Applied, request-id, client-request-id, WWW-Authenticate',
  );
}

/** A stand-in for Microsoft Graph; it refuses what the real one refuses. */
export function createGraph(options: {
  entra: EntraSim;
  scenario: GraphScenario;
  clock?: SimClock;
}): GraphSim {
  const { entra, scenario } = options;
  const clock = options.clock ?? createSimClock();
  const seed = scenario.seed ?? 1;
  const gate = createGate(entra, clock);
  const faults = createFaultPlan(scenario.faults);
  const calendars = new Map<string, CalendarSim>();
  const writes: string[] = [];
  let endless = scenario.endless;
  const delta = createDelta({
    clock,
    seed,
    texture: { ...ORDINARY_DAY, ...scenario.texture },
    life: scenario.syncStateLife ?? 30 * 86_400_000,
    endless: () => endless,
  });
  const first = scenario.calendars[0]?.username;
  const owner = first === undefined ? { tid: '', username: '', oid: '' } : entra.user(first);
  const data = scenario.directory ?? defaultDirectory(clock.now(), owner);
  const directory = createDirectory({ entra, gate, clock, data });

  function calendar(username: string): CalendarSim {
    const user = entra.user(username);
    let found = calendars.get(user.oid);
    if (!found) {
      const plan = scenario.calendars.find((entry) => entry.username === user.username);
      found = createCalendar({
        mailbox: user.oid,
        clock,
        ...(plan && !plan.empty
          ? {
              populate: {
                now: clock.now(),
                zone: plan.zone,
                seed: seed + seedOf(user.username),
                owner: { name: user.displayName ?? user.username, address: user.username },
                ...(plan.singles === undefined ? {} : { singles: plan.singles }),
              },
            }
          : {}),
      });
      calendars.set(user.oid, found);
    }
    return found;
  }

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const [, version = '', ...rest] = addressOf(req).pathname.split('/');
    const path = rest.map(decodeURIComponent).join('/');
    if (version !== 'v1.0' && version !== 'beta')
      throw new GraphRefusal(400, 'BadRequest', `Invalid version: ${version}`);
    if (req.method !== 'GET') {
      writes.push(`${req.method} /${path}`);
      throw new GraphRefusal(405, 'Request_BadRequest', 'The simulated Graph can only be read.');
    }
    const caller = gate.caller(req);
    const place = placeOf(path);
    const leave = OUTLOOK.has(place) ? gate.enterMailbox(caller) : undefined;
    try {
      if (scenario.latencyMs !== undefined) await pause(scenario.latencyMs);
      const fault = faults.next(place);
      if (fault?.kind === 'drop') {
        req.socket.destroy();
        return;
      }
      if (fault?.kind === 'late') await pause(fault.ms);
      const refusal = fault && refusalOf(fault, clock.now(), delta.freshAddress(addressOf(req).searchParams));
      if (refusal) {
        if (leave && fault.kind === 'status' && fault.status === 429 && typeof fault.retryAfter === 'number')
          gate.shut(caller, fault.retryAfter * 1000);
        if (fault.kind === 'claims') gate.challenge(caller.grant.oid);
        throw refusal;
      }
      if (fault) spoil(res, fault);
      if (OUTLOOK.has(place)) {
        gate.requireScope(caller, ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'], true);
        if (!caller.user.mailbox) {
          throw new GraphRefusal(
            404,
            'MailboxNotEnabledForRESTAPI',
            'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
          );
        }
        const call = { req, res, caller, calendar: calendar(caller.user.username) };
        if (place === 'delta') calendarDelta(call, delta);
        else if (place === 'calendarView') calendarView(call);
        else oneEvent(call, path.slice('me/events/'.length));
      } else if (place === 'me') me(req, res, caller, gate);
      else if (!directory(req, res, path, { caller, beta: version === 'beta' })) {
        throw new GraphRefusal(
          400,
          'BadRequest',
          `Resource not found for the segment '${path.split('/')[0] ?? ''}'.`,
        );
      }
    } finally {
      leave?.();
    }
  }

  return {
    async handle(req, res) {
      openToPages(res);
      if (req.method === 'OPTIONS') {
        res.setHeader('Access-Control-Allow-Methods', 'GET, OPTIONS');
        res.setHeader('Access-Control-Allow-Headers', req.headers['access-control-request-headers'] ?? '');
        res.writeHead(200).end();
        return;
      }
      try {
        await answer(req, res);
      } catch (error) {
        if (!(error instanceof GraphRefusal)) throw error;
        sendRefusal(res, error, clock.now());
      }
    },
    calendar,
    directory: data,
    faults,
    get endless() {
      return endless;
    },
    set endless(plan) {
      endless = plan;
    },
    forgetSyncStates: () => delta.forget(),
    challenge: (username) => gate.challenge(entra.user(username).oid),
    violations: gate.violations,
    writes,
  };
}
