import type { IncomingMessage } from 'node:http';
import { ianaZone } from './calendar/zone.ts';
import type { View } from './calendar/render.ts';
import { GraphRefusal } from './errors.ts';

export interface Preferences extends Omit<View, 'basic'> {
  /** `odata.maxpagesize`, a hint. */
  readonly pageSize: number | undefined;
  /** What `Preference-Applied` says. */
  readonly applied: string;
}

/** The `Prefer` header of a calendar request: one header, comma-joined (microsoft.md A.2). */
export function readPrefer(req: IncomingMessage): Preferences {
  const header = String(req.headers['prefer'] ?? '');
  const values = new Map<string, string>();
  for (const [, name = '', quoted, bare] of header.matchAll(/([\w.-]+)\s*=\s*(?:"([^"]*)"|([^,\s]+))/g)) {
    values.set(name.toLowerCase(), quoted ?? bare ?? '');
  }
  const zoneName = values.get('outlook.timezone') ?? 'UTC';
  const zone = ianaZone(zoneName);
  if (zone === undefined) {
    throw new GraphRefusal(
      400,
      'TimeZoneNotSupportedException',
      `A valid TimeZone value must be specified: ${zoneName}`,
    );
  }
  const size = Number(values.get('odata.maxpagesize'));
  const immutable = values.get('idtype') === 'ImmutableId';
  return {
    immutable,
    zone,
    zoneName,
    bodyType: values.get('outlook.body-content-type') === 'text' ? 'text' : 'html',
    pageSize: Number.isInteger(size) && size > 0 ? size : undefined,
    applied: [
      ...(immutable ? ['IdType="ImmutableId"'] : []),
      ...(values.has('outlook.timezone') ? [`outlook.timezone="${zoneName}"`] : []),
    ].join(', '),
  };
}

/** A moment of a query: without an offset it is UTC. */
export function readMoment(text: string | null, name: string): number {
  const bare = text !== null && /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?)?$/.test(text);
  const at = Date.parse(bare && text.includes('T') ? `${text}Z` : (text ?? ''));
  if (Number.isNaN(at)) {
    throw new GraphRefusal(
      400,
      'ErrorInvalidParameter',
      `This request requires a time window specified by the query string parameter ${name}.`,
    );
  }
  return at;
}
