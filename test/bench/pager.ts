import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { createIds } from '../sim/graph/calendar/ids.ts';
import { fullEvent } from '../sim/graph/calendar/render.ts';
import { addressOf } from '../sim/wire/http.ts';

const DAY = 86_400_000;
const HALF_HOUR = 1_800_000;
/** Events of the next seven days, whatever the size of the calendar: so many are read either way. */
export const WEEK_ROWS = 387;
const ADDRESS = 'https://graph.microsoft.com/v1.0/me/calendarView/delta';

/** What the pager serves to the next first page. */
export interface Plan {
  readonly events: number;
  readonly pageSize: number;
  /** ms each answer takes beside its own work */
  readonly latency?: number;
}

/** One request for a page, as the server saw it. */
export interface Seen {
  /** ms since the epoch, with fractions */
  readonly at: number;
  readonly token: string;
}

const TODAY = Math.floor(Date.now() / DAY) * DAY;
const ids = createIds('bench');
const view = {
  immutable: true,
  zone: 'UTC',
  zoneName: 'UTC',
  bodyType: 'text',
  basic: true,
} as const;

/** When event `n` begins: the first ones within the next seven days, all others behind them, in no order a page would show. */
function startOf(n: number): number {
  const slot = (n * 7919) % 104_729;
  return n < WEEK_ROWS
    ? Date.now() + HALF_HOUR + ((slot % 1000) / 1000) * 6 * DAY
    : TODAY + 8 * DAY + (slot / 104_729) * 51 * DAY;
}

/** A single event as Graph renders it for `Calendars.ReadBasic` (2 kB), every second one with a Zoom link. */
function event(n: number, revision: number) {
  const start = startOf(n);
  const number = String(80_000_000_000 + n * 7);
  return fullEvent(
    ids,
    {
      uid: `event-${n}`,
      type: 'singleInstance',
      start,
      end: start + HALF_HOUR,
      rev: revision,
      modifiedAt: TODAY,
      fields: {
        subject: `Roadmap review ${n}${revision > 1 ? `, moved ${revision}` : ''}`,
        location: n % 2 ? 'Room Aulne, second floor' : `https://us02web.zoom.us/j/${number}`,
        body: '',
        allDay: false,
        cancelled: false,
        sensitivity: 'normal',
        mine: n % 3 === 0,
        organizer: { name: 'Noor Haddad', address: 'noor.haddad@alderfinch.example' },
        teams: false,
      },
    },
    view,
  );
}

/** `GET /me/calendarView/delta` from pages rendered beforehand, so that the server's own work hides nothing. */
export function createPager() {
  const ready = new Map<string, Buffer>();
  const seen: Seen[] = [];
  let plan: Plan = { events: 0, pageSize: 50 };
  let changes = 0;
  let revision = 1;

  function page(of: Plan, at: number): Buffer {
    const first = at * of.pageSize;
    const last = Math.min(of.events, first + of.pageSize);
    const value = Array.from({ length: last - first }, (_, index) => event(first + index, 1));
    const link =
      last < of.events
        ? { '@odata.nextLink': `${ADDRESS}?$skiptoken=${of.events}-${of.pageSize}-${at + 1}` }
        : { '@odata.deltaLink': `${ADDRESS}?$deltatoken=${of.events}` };
    return Buffer.from(JSON.stringify({ '@odata.context': 'bench', value, ...link }));
  }

  function changed(events: number): Buffer {
    revision += 1;
    const step = Math.max(1, Math.floor(events / Math.max(1, changes)));
    const value = Array.from({ length: changes }, (_, index) =>
      event((index * step + revision) % events, revision),
    );
    return Buffer.from(
      JSON.stringify({
        '@odata.context': 'bench',
        value,
        '@odata.deltaLink': `${ADDRESS}?$deltatoken=${events}`,
      }),
    );
  }

  function bodyFor(query: URLSearchParams): Buffer {
    const delta = query.get('$deltatoken');
    if (delta !== null) return changed(Number(delta));
    const [, , at = '0'] = (query.get('$skiptoken') ?? '').split('-');
    const key = `${plan.events}-${plan.pageSize}-${at}`;
    const body = ready.get(key) ?? page(plan, Number(at));
    // The largest calendar is served once: it is not worth 200 MB.
    if (plan.events <= 10_000) ready.set(key, body);
    return body;
  }

  return {
    /** Requests for pages since the last call of `serve`. */
    seen,
    /** Makes the next rounds' pages. */
    serve(next: Plan): void {
      plan = next;
      seen.length = 0;
      if (next.events > 10_000) return;
      for (let at = 0; at * next.pageSize < next.events; at += 1)
        ready.set(`${next.events}-${next.pageSize}-${at}`, page(next, at));
    },
    /** How many events each later delta round brings anew. */
    change(count: number): void {
      changes = count;
    },
    async handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
      seen.push({
        at: performance.timeOrigin + performance.now(),
        token: req.headers.authorization ?? '',
      });
      const body = bodyFor(addressOf(req).searchParams);
      if (plan.latency !== undefined) await pause(plan.latency);
      res.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length });
      res.end(body);
    },
  };
}

export type Pager = ReturnType<typeof createPager>;
