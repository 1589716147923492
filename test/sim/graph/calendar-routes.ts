import type { IncomingMessage, ServerResponse } from 'node:http';
import { addressOf, sendJson } from '../wire/http.ts';
import type { CalendarSim } from './calendar/index.ts';
import { rowOf, rowsWithin } from './calendar/model.ts';
import { fullEvent, selectFrom, type View } from './calendar/render.ts';
import { type Delta, DELTA_URL } from './delta/engine.ts';
import { GraphRefusal } from './errors.ts';
import type { Caller } from './gate.ts';
import { readMoment, readPrefer } from './prefer.ts';

export interface CalendarCall {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly caller: Caller;
  readonly calendar: CalendarSim;
}

const CONTEXT = 'https://graph.microsoft.com/v1.0/$metadata#users';

function viewOf({ req, caller }: CalendarCall) {
  const prefer = readPrefer(req);
  const basic = !caller.grant.scopes.some(
    (scope) => scope === 'Calendars.Read' || scope.startsWith('Calendars.ReadWrite'),
  );
  const view: View = { ...prefer, basic };
  const headers: Record<string, string> =
    prefer.applied === '' ? {} : { 'Preference-Applied': prefer.applied };
  return { prefer, view, headers };
}

function requireSelected(event: Record<string, unknown> | undefined): Record<string, unknown> {
  if (!event)
    throw new GraphRefusal(
      400,
      'RequestBroker--ParseUri',
      "Could not find a property named in '$select' on type 'microsoft.graph.event'.",
    );
  return event;
}

/** `GET /me/calendarView/delta`: no query options, the window frozen into the token. */
export function calendarDelta(call: CalendarCall, delta: Delta): void {
  const query = addressOf(call.req).searchParams;
  const options = [...query.keys()].filter((key) =>
    /^\$(select|filter|expand|orderby|search|top|skip|count)$/i.test(key),
  );
  if (options.length > 0) {
    throw new GraphRefusal(
      400,
      'ErrorInvalidUrlQuery',
      `The following parameters are not supported with change tracking over the 'CalendarView' resource: '${options.join(', ')}'.`,
    );
  }
  const { prefer, view, headers } = viewOf(call);
  const skip = query.get('$skiptoken');
  const changes = query.get('$deltatoken');
  const { oid } = call.caller.grant;
  const resume = (kind: 'skip' | 'delta', token: string) =>
    delta.resume(oid, call.calendar, kind, token, view, prefer.pageSize);
  const start = () => {
    const window = {
      start: readMoment(query.get('startDateTime'), 'startDateTime'),
      end: readMoment(query.get('endDateTime'), 'endDateTime'),
    };
    if (window.end <= window.start)
      throw new GraphRefusal(
        400,
        'ErrorInvalidParameter',
        'The end of the window must lie behind its start.',
      );
    return delta.start(oid, call.calendar, window, view, prefer.pageSize);
  };
  const page = skip ? resume('skip', skip) : changes ? resume('delta', changes) : start();
  const link = page.link.kind === 'next' ? '@odata.nextLink' : '@odata.deltaLink';
  const parameter = page.link.kind === 'next' ? '$skiptoken' : '$deltatoken';
  const body = {
    '@odata.context': `${CONTEXT}('${call.caller.user.oid}')/calendarView`,
    value: page.value,
    [link]: `${DELTA_URL}?${parameter}=${page.link.token}`,
  };
  sendJson(call.res, 200, body, headers);
}

/** `GET /me/calendarView`: instances in full, no masters; `$select`, `$top`, `$skip`, `$orderby=start/dateTime`. */
export function calendarView(call: CalendarCall): void {
  const url = addressOf(call.req);
  const query = url.searchParams;
  const { prefer, view, headers } = viewOf(call);
  const window = {
    start: readMoment(query.get('startDateTime'), 'startDateTime'),
    end: readMoment(query.get('endDateTime'), 'endDateTime'),
  };
  const order = query.get('$orderby');
  if (order !== null && !/^start\/dateTime( asc)?$/i.test(order)) {
    throw new GraphRefusal(
      400,
      'ErrorInvalidUrlQuery',
      `The query option '$orderby=${order}' is not supported.`,
    );
  }
  if (query.has('$search'))
    throw new GraphRefusal(400, 'ErrorInvalidUrlQuery', "The query parameter '$search' is not supported.");
  const rows = rowsWithin(call.calendar.contents, window).filter(({ type }) => type !== 'seriesMaster');
  rows.sort((a, b) => a.start - b.start || (a.uid < b.uid ? -1 : 1));
  const size = Math.min(1000, Number(query.get('$top') ?? prefer.pageSize ?? 10));
  const from = Number(query.get('$skip') ?? 0);
  if (!(size > 0) || !(from >= 0))
    throw new GraphRefusal(400, 'ErrorInvalidUrlQuery', 'Invalid value for $top or $skip.');
  const value = rows
    .slice(from, from + size)
    .map((row) => requireSelected(selectFrom(fullEvent(call.calendar.ids, row, view), query.get('$select'))));
  const more = from + size < rows.length;
  if (more) query.set('$skip', String(from + size));
  const next = more
    ? { '@odata.nextLink': `https://graph.microsoft.com${url.pathname}?${query.toString()}` }
    : {};
  const body = { '@odata.context': `${CONTEXT}('${call.caller.user.oid}')/calendarView`, value, ...next };
  sendJson(call.res, 200, body, headers);
}

/** `GET /me/events/{id}`: single, master, occurrence or exception, by an id of either form. */
export function oneEvent(call: CalendarCall, id: string): void {
  const { view, headers } = viewOf(call);
  const uid = call.calendar.ids.uidOf(id);
  const row = uid === undefined ? undefined : rowOf(call.calendar.contents, uid);
  if (!row)
    throw new GraphRefusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
  const select = addressOf(call.req).searchParams.get('$select');
  const event = requireSelected(selectFrom(fullEvent(call.calendar.ids, row, view), select));
  sendJson(
    call.res,
    200,
    { '@odata.context': `${CONTEXT}('${call.caller.user.oid}')/events/$entity`, ...event },
    headers,
  );
}
