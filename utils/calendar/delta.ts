import type { ErrorInfo } from '../core/errors.ts';
import { trusted } from './cloud.ts';
import { readItem } from './item.ts';
import type { FindLink, Item } from './item.ts';
import { asList, asObject } from './wire.ts';

/** Where a page leads: on, to the round's end with a delta link, or to an end without one (a plain read). */
export type PageLink = { readonly kind: 'next' | 'delta'; readonly href: string } | { readonly kind: 'none' };

export type ParsedPage =
  | { readonly ok: true; readonly items: readonly Item[]; readonly link: PageLink }
  | { readonly ok: false; readonly error: ErrorInfo };

/**
 * One answer of calendarView or its delta. A foreign shape is a named error, never an exception: `bad-page` when it is no page at
 * all (a proxy spoke in Graph's place: later), `alien-link` when it leads to another host (no token goes there).
 */
export function parsePage(body: unknown, cloud: string, find: FindLink): ParsedPage {
  const page = asObject(body);
  const value = asList(page?.['value']);
  if (!page || !value) return { ok: false, error: { code: 'bad-page', who: 'wait' } };
  const link = linkOf(page);
  if (link === null) return { ok: false, error: { code: 'bad-page', who: 'wait' } };
  if (link.kind !== 'none' && !trusted(link.href, cloud))
    return { ok: false, error: { code: 'alien-link', who: 'bug' } };
  return { ok: true, link, items: value.map((item) => readItem(item, find)) };
}

/** Where an answer leads on, when a token may go there; known before the answer's items are read, so that the next may set out. */
export function nextLink(body: unknown, cloud: string): string | null {
  const page = asObject(body);
  const link = page && linkOf(page);
  return link?.kind === 'next' && trusted(link.href, cloud) ? link.href : null;
}

/** The single event of `GET /me/events/{id}`. */
export function parseMaster(body: unknown, find: FindLink): Item {
  return readItem(body, find);
}

/** `null`: a link that is no text. */
function linkOf(page: { readonly [name: string]: unknown }): PageLink | null {
  for (const [name, kind] of [
    ['@odata.nextLink', 'next'],
    ['@odata.deltaLink', 'delta'],
  ] as const) {
    const href = page[name];
    if (href === undefined || href === null) continue;
    return typeof href === 'string' ? { kind, href } : null;
  }
  return { kind: 'none' };
}
