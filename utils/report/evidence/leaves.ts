import type { Mask } from '../mask.ts';
import { iso } from '../moment.ts';

/** Members that would name a meeting or what is said in it, wherever they stand: never handed on. */
const NEVER = /^(?:subject|topic|place|location|body|preview|meeting\w*)$/i;
/** Members that name a person or an organisation; addresses elsewhere are masked by their form. */
const PERSONAL =
  /^(?:tenantId|tenant|username|displayName|givenName|surname|host|portalHosts|contact|text|href|reason)$/;
/** Numbers that are moments, by the house's habit of naming them. */
const MOMENT = /(?:At|From|Since|Start|End)$/;

export type Leaf = readonly [path: string, value: string];

/**
 * Every value inside, with the way to it.
 *
 * @param mask `null`: in full
 */
export function* leaves(value: unknown, mask: Mask | null, path = '', name = ''): Generator<Leaf> {
  if (NEVER.test(name)) return;
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      const step = Array.isArray(value) ? `[${key}]` : path === '' ? key : `.${key}`;
      yield* leaves(inner, mask, path + step, Array.isArray(value) ? name : key);
    }
    return;
  }
  if (typeof value === 'number' && MOMENT.test(name)) yield [path, iso(value)];
  else if (mask && typeof value === 'string' && PERSONAL.test(name)) yield [path, mask.name(value)];
  else yield [path, String(value)];
}
