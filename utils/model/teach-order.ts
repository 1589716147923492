import { isRecord } from '../core/is-record.ts';

/** What the script `teach` answers from the page. */
export type PageAnswer =
  | {
      readonly kind: 'outline';
      readonly text: string;
      readonly recognised: number;
      readonly expected: number;
    }
  | { readonly kind: 'teaching' | 'nothing-to-teach' | 'not-read' };

/** The answer built anew of what is known of it; anything else is "not read". */
export function toPageAnswer(given: unknown): PageAnswer {
  if (!isRecord(given)) return { kind: 'not-read' };
  const { kind, text, recognised, expected } = given;
  if (kind === 'teaching' || kind === 'nothing-to-teach') return { kind };
  if (kind !== 'outline' || typeof text !== 'string') return { kind: 'not-read' };
  if (typeof recognised !== 'number' || typeof expected !== 'number') return { kind: 'not-read' };
  return { kind, text, recognised, expected };
}
