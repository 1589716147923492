import type { ReadMode, SyncWindow } from '../model/calendar.ts';
import { graphHost } from './cloud.ts';

/** A hint: Graph may send more when a series is expanded inside a page (microsoft.md A.2). */
const PAGE_SIZE = 50;
const WORDS = 'subject,location,locations,isAllDay,isCancelled,isOrganizer,sensitivity,changeKey';

/**
 * The one `Prefer` header: the Graph client keeps one value per header name, and immutable ids must be asked for on every request.
 * In the fallback modes the page size is left out, because the endless rounds of 2026 were seen together with it (A.7).
 */
export function preferFor(mode: ReadMode): string {
  const always = 'IdType="ImmutableId", outlook.timezone="UTC", outlook.body-content-type="text"';
  return mode === 'delta' || mode === 'plain' ? `${always}, odata.maxpagesize=${PAGE_SIZE}` : always;
}

/** Address of a round's first page; later ones are links of the answers, called unchanged. */
export function firstLink(cloud: string, window: SyncWindow, mode: ReadMode): string {
  const span = `startDateTime=${iso(window.start)}&endDateTime=${iso(window.end)}`;
  // Delta takes no query options; a plain read does, and has no masters, so that each occurrence must bring its own words.
  return mode === 'plain'
    ? `${root(cloud)}/me/calendarView?${span}&$select=id,type,seriesMasterId,start,end,${WORDS}&$top=${PAGE_SIZE}`
    : `${root(cloud)}/me/calendarView/delta?${span}`;
}

/** Address of one series master, for occurrences whose master no page brought (A.4). */
export function masterLink(cloud: string, id: string): string {
  return `${root(cloud)}/me/events/${encodeURIComponent(id)}?$select=id,type,start,end,${WORDS}`;
}

function root(cloud: string): string {
  return `https://${graphHost(cloud) ?? 'unknown.invalid'}/v1.0`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
