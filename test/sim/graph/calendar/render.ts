import { createHash } from 'node:crypto';
import type { Ids } from './ids.ts';
import type { EventFields, Row } from './model.ts';
import type { Pattern } from './series.ts';
import { wallTime } from './zone.ts';

/** How a client wants, and may see, events. */
export interface View {
  readonly immutable: boolean;
  /** IANA zone of `start` and `end`, and its name as the client wrote it. */
  readonly zone: string;
  readonly zoneName: string;
  readonly bodyType: 'text' | 'html';
  /** Calendars.ReadBasic: no body, no preview. */
  readonly basic: boolean;
}

type Json = Record<string, unknown>;

export const changeKeyOf = (row: Row): string =>
  createHash('sha256').update(`${row.uid}#${row.rev}`).digest('base64').slice(0, 22) + '==';

function dateTime(at: number, allDay: boolean, view: View): Json {
  // All-day events are midnight to midnight whatever the zone asked for.
  const zone = allDay ? 'UTC' : view.zone;
  return { dateTime: `${wallTime(at, zone)}.0000000`, timeZone: view.zoneName };
}

const idOf = (ids: Ids, uid: string, view: View) =>
  view.immutable ? ids.of(uid).immutable : ids.of(uid).plain;

function keys(ids: Ids, row: Row, view: View): Json {
  return {
    '@odata.etag': `W/"${changeKeyOf(row)}"`,
    id: idOf(ids, row.uid, view),
    ...(row.series === undefined ? {} : { seriesMasterId: idOf(ids, row.series, view) }),
    type: row.type,
    start: dateTime(row.start, row.fields.allDay, view),
    end: dateTime(row.end, row.fields.allDay, view),
  };
}

function placeOf(text: string): Json {
  const link = /https:\/\/\S+/.exec(text)?.[0];
  return {
    displayName: text,
    locationType: 'default',
    uniqueIdType: 'unknown',
    ...(link ? { locationUri: link } : {}),
  };
}

const DAY_NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function recurrenceOf({ rule, first, last, zone }: Pattern): Json {
  return {
    pattern: {
      type: rule.kind === 'monthly' ? 'absoluteMonthly' : rule.kind,
      interval: rule.interval,
      month: 0,
      dayOfMonth: rule.kind === 'monthly' ? Number(first.slice(8)) : 0,
      ...(rule.weekdays ? { daysOfWeek: rule.weekdays.map((day) => DAY_NAMES[day]) } : {}),
      firstDayOfWeek: 'monday',
      index: 'first',
    },
    range: {
      type: last === undefined ? 'noEnd' : 'endDate',
      startDate: first,
      endDate: last ?? '0001-01-01',
      recurrenceTimeZone: zone,
      numberOfOccurrences: 0,
    },
  };
}

function bodyOf({ body }: EventFields, view: View): Json {
  const html = `<html><body><div>${body.replaceAll('\n', '<br>')}</div></body></html>`;
  return {
    bodyPreview: body.slice(0, 255),
    body:
      view.bodyType === 'text'
        ? { contentType: 'text', content: body }
        : { contentType: 'html', content: html },
  };
}

const subjectOf = ({ subject, cancelled, mine }: EventFields) =>
  cancelled && !mine ? `Canceled: ${subject}` : subject;

/** An event with all properties the permission shows. */
export function fullEvent(ids: Ids, row: Row, view: View): Json {
  const { fields } = row;
  const places = fields.location === '' ? [] : fields.location.split('; ').map(placeOf);
  return {
    ...keys(ids, row, view),
    createdDateTime: '2026-01-12T09:00:00.0000000Z',
    lastModifiedDateTime: new Date(row.modifiedAt).toISOString(),
    changeKey: changeKeyOf(row),
    categories: [],
    transactionId: null,
    iCalUId: `040000008200E00074C5B7101A82E008${createHash('md5').update(row.uid).digest('hex').toUpperCase()}`,
    hasAttachments: false,
    subject: subjectOf(fields),
    importance: 'normal',
    sensitivity: fields.sensitivity,
    isAllDay: fields.allDay,
    isCancelled: fields.cancelled,
    isOrganizer: fields.mine,
    isDraft: false,
    responseRequested: true,
    showAs: fields.allDay ? 'free' : 'busy',
    responseStatus: { response: fields.mine ? 'organizer' : 'accepted', time: '0001-01-01T00:00:00Z' },
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(idOf(ids, row.uid, view))}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: fields.teams,
    onlineMeetingProvider: fields.teams ? 'teamsForBusiness' : 'unknown',
    onlineMeeting: fields.teams
      ? {
          joinUrl: `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${createHash('md5').update(row.uid).digest('hex')}`,
        }
      : null,
    location: placeOf(fields.location),
    locations: places,
    recurrence: row.pattern ? recurrenceOf(row.pattern) : null,
    attendees: [{ type: 'required', status: { response: 'none' }, emailAddress: fields.organizer }],
    organizer: { emailAddress: fields.organizer },
    ...(view.basic ? {} : bodyOf(fields, view)),
  };
}

/** An item of a delta page: occurrences come slim (microsoft.md A.4), all else full. */
export function deltaItem(ids: Ids, row: Row, view: View): Json {
  const shape = row.type === 'occurrence' ? keys(ids, row, view) : fullEvent(ids, row, view);
  return { '@odata.type': '#microsoft.graph.event', ...shape };
}

export function tombstone(ids: Ids, uid: string, view: View): Json {
  return { id: idOf(ids, uid, view), '@removed': { reason: 'deleted' } };
}

/** Only the chosen properties; `undefined` when one does not exist. The id always comes. */
export function selectFrom(event: Json, select: string | null): Json | undefined {
  if (select === null) return event;
  const names = select.split(',').map((name) => name.trim());
  // Calendars.ReadBasic leaves these out rather than refusing them.
  const mayLack = ['body', 'bodyPreview', 'seriesMasterId', 'uid', 'originalStart', 'occurrenceId'];
  if (names.some((name) => !(name in event) && !mayLack.includes(name))) return undefined;
  const kept = ['@odata.etag', 'id', ...names].filter((name) => name in event);
  return Object.fromEntries(kept.map((name) => [name, event[name]]));
}
