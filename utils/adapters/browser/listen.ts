import { browser } from 'wxt/browser';
import { toErrorInfo } from '../../core/errors.ts';
import type { MessageMap, MessageName } from '../../model/messages.ts';
import { isRecord } from '../../model/observation-guard.ts';
import type { Reply } from './envelope.ts';
import { MARK } from './envelope.ts';
import type { Sender } from './may-send.ts';
import { maySend } from './may-send.ts';
import { readRequest } from './requests.ts';

/** Where a message came from, as the browser says. */
export interface From {
  /** The tab of a content script; absent for pages of our own that stand in none. */
  readonly tab?: number;
}

export type Handlers = {
  readonly [Name in MessageName]: (
    request: MessageMap[Name]['request'],
    from: From,
  ) => Promise<MessageMap[Name]['response'] extends undefined ? void : MessageMap[Name]['response']>;
};

const REFUSED: Reply = { mark: MARK, ok: false, error: { code: 'refused', who: 'bug' } };

async function answer(
  handlers: Handlers,
  name: MessageName,
  request: unknown,
  from: From,
  failed: (name: MessageName, error: unknown) => void,
): Promise<Reply> {
  try {
    const value: unknown = await handlers[name](request as never, from);
    return { mark: MARK, ok: true, ...(value === undefined ? {} : { value }) };
  } catch (error) {
    failed(name, error);
    return { mark: MARK, ok: false, error: toErrorInfo(error) };
  }
}

/**
 * Registers the one listener for messages, at once. Messages without our mark are not ours and stay unanswered; ours are
 * answered always: with a value, with the storable part of an error, or with `refused` for a sender or a shape we do not accept.
 *
 * @param failed told of every handler that rejected, for the log
 */
export function listen(handlers: Handlers, failed: (name: MessageName, error: unknown) => void): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Sender, respond: (reply: Reply) => void) => {
      if (!isRecord(message) || message['mark'] !== MARK) return undefined;
      const read = readRequest(message['name'], message['request']);
      if (!read || !maySend(read.name, sender)) {
        respond(REFUSED);
        return undefined;
      }
      const tab = (sender.tab as { readonly id?: number } | undefined)?.id;
      void answer(handlers, read.name, read.request, tab === undefined ? {} : { tab }, failed).then(respond);
      return true;
    },
  );
}
