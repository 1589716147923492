import type { ErrorInfo } from '../../core/errors.ts';
import type { MessageName } from '../../model/messages.ts';

/** The mark tells our messages from those of other parts of the browser that use the same channel. */
export const MARK = 'syncline/1';

export interface Envelope {
  readonly mark: typeof MARK;
  readonly name: MessageName;
  readonly request?: unknown;
}

/** `undefined` does not survive the channel: an answer without a value is one. */
export type Reply =
  | { readonly mark: typeof MARK; readonly ok: true; readonly value?: unknown }
  | { readonly mark: typeof MARK; readonly ok: false; readonly error: ErrorInfo };
