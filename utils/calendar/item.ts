import { toInstant } from '../core/zones.ts';
import type { EventRow } from '../model/calendar.ts';
import { placeText, withoutSecrets } from './place.ts';
import { asList, asObject, asText } from './wire.ts';
import type { Json } from './wire.ts';

/** Finds the first Zoom link in texts; given from outside, because what a Zoom link is, is not the calendar's business. */
export type FindLink = (
  texts: readonly string[],
) => { readonly host: string; readonly number?: string; readonly kind?: 'personal' | 'registration' } | null;

/** A row without the keys that need a digest. */
export type BareRow = Omit<EventRow, 'generation' | 'key' | 'master'>;

/** One item of a page, still under Graph's own ids. */
export type Item =
  | { readonly kind: 'row'; readonly id: string; readonly masterId?: string; readonly row: BareRow }
  | { readonly kind: 'gone'; readonly id: string }
  /** Left out and counted: one odd event must not stop a calendar. */
  | { readonly kind: 'odd'; readonly reason: 'shape' | 'type' | 'times' };

const TYPES: Readonly<Record<string, EventRow['type']>> = {
  singleInstance: 'single',
  occurrence: 'occurrence',
  exception: 'exception',
  seriesMaster: 'master',
};
/** Outlook's own limit for subject and location. */
const TEXT_LIMIT = 255;
/** Graph's ids have some 150 characters. A longer one is none, and neither is one that no address can spell (half a surrogate pair). */
const ID_LIMIT = 1_000;

/** Reads one element of a page's `value`. Only id, type, start and end can be counted on (microsoft.md A.4, I). */
export function readItem(value: unknown, find: FindLink): Item {
  const event = asObject(value);
  const id = idOf(event?.['id']);
  if (!event || id === undefined) return { kind: 'odd', reason: 'shape' };
  if (asObject(event['@removed'])) return { kind: 'gone', id };
  const named = asText(event['seriesMasterId']);
  const masterId = idOf(named);
  if (masterId !== named) return { kind: 'odd', reason: 'shape' };
  const type = typeOf(event, masterId);
  if (type === undefined) return { kind: 'odd', reason: 'type' };
  const start = instant(event['start']);
  const end = instant(event['end']);
  if (start === undefined || end === undefined || end < start) return { kind: 'odd', reason: 'times' };
  const row: BareRow = { type, start, end, ...flags(event), ...words(event, find), ...changeKey(event) };
  return { kind: 'row', id, row, ...(masterId === undefined ? {} : { masterId }) };
}

function idOf(value: unknown): string | undefined {
  const id = asText(value);
  return id === undefined || id.length > ID_LIMIT || /\p{Surrogate}/u.test(id) ? undefined : id;
}

function typeOf(event: Json, masterId: string | undefined): EventRow['type'] | undefined {
  const type = asText(event['type']);
  if (type === undefined) return masterId === undefined ? 'single' : 'occurrence';
  return Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
}

function instant(value: unknown): number | undefined {
  const time = asObject(value);
  const dateTime = asText(time?.['dateTime']);
  if (dateTime === undefined) return undefined;
  const at = toInstant(dateTime, asText(time?.['timeZone']));
  return typeof at === 'number' ? at : undefined;
}

function flags(event: Json): Partial<BareRow> {
  const sensitivity = event['sensitivity'];
  return {
    ...(event['isAllDay'] === true ? { allDay: true } : {}),
    ...(event['isCancelled'] === true ? { cancelled: true } : {}),
    ...(event['isOrganizer'] === true ? { mine: true } : {}),
    ...(sensitivity === 'private' || sensitivity === 'confidential' ? { private: true } : {}),
  };
}

/** Subject, place and Zoom meeting; of a private event none of them (DESIGN 3.2). */
function words(event: Json, find: FindLink): Partial<BareRow> {
  if (flags(event).private) return {};
  const location = asObject(event['location']);
  const others = (asList(event['locations']) ?? []).map(asObject);
  const link = find(
    [
      ...[location, ...others].flatMap((place) => [place?.['locationUri'], place?.['displayName']]),
      event['bodyPreview'],
      asObject(event['body'])?.['content'],
    ].filter((text) => typeof text === 'string'),
  );
  const title = asText(event['subject']);
  const subject = title === undefined ? undefined : withoutSecrets(title).slice(0, TEXT_LIMIT);
  const place = placeText(asText(location?.['displayName']) ?? '').slice(0, TEXT_LIMIT);
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(place === '' ? {} : { place }),
    ...(link?.number === undefined ? {} : { zoom: link.number }),
    ...(link ? { zoomHost: link.host } : {}),
    ...linkNature(event, link, title !== undefined && !link && find([title]) !== null),
  };
}

/** What a Zoom link is besides its number, as far as it may keep the meeting from syncing. */
function linkNature(event: Json, link: ReturnType<FindLink>, inSubject: boolean): Partial<BareRow> {
  if (inSubject) return { link: 'subject' };
  if (!link) return {};
  // Graph knows Microsoft's own meetings only (microsoft.md G): with a Zoom link beside it there are two doors.
  const teams = event['onlineMeetingProvider'] === 'teamsForBusiness';
  return {
    ...(link.kind === undefined ? {} : { link: link.kind }),
    ...(teams ? { teams: true } : {}),
  };
}

function changeKey(event: Json): Partial<BareRow> {
  // Slim occurrences carry the etag alone.
  const key = asText(event['changeKey']) ?? asText(event['@odata.etag']);
  return key === undefined ? {} : { changeKey: key.slice(0, TEXT_LIMIT) };
}
