import { browser } from 'wxt/browser';
import { SECOND } from '../../core/clock.ts';
import { SynclineError } from '../../core/errors.ts';
import type { MessageName } from '../../model/messages.ts';
import type { Send } from '../../model/ports.ts';
import type { Envelope, Reply } from './envelope.ts';
import { MARK } from './envelope.ts';

/** Past it the worker counts as not answering, ms. */
const USUAL_LIMIT = 10 * SECOND;

const noAnswer = (message: string, cause?: unknown) =>
  new SynclineError({ code: 'no-answer', who: 'wait' }, message, { cause });

function withLimit<Value>(work: Promise<Value>, ms: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(noAnswer('no answer in time')), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

async function deliver(envelope: Envelope): Promise<Reply> {
  let reply: unknown;
  try {
    reply = await browser.runtime.sendMessage(envelope);
  } catch (error) {
    // No receiver, or this page has outlived an update of the extension.
    throw noAnswer('no answer at all', error);
  }
  if ((reply as Partial<Reply> | undefined)?.mark !== MARK) throw noAnswer('no answer of ours');
  return reply as Reply;
}

/**
 * The one way to ask the worker something. Rejects with the worker's own error (its storable part), or with code `no-answer`
 * when it does not answer within the limit of the message: callers then show what is stored.
 *
 * @param limits where another than the usual ten seconds holds, ms
 */
export function createSender(limits: Partial<Record<MessageName, number>> = {}): Send {
  return async (name, ...rest) => {
    const [request] = rest as readonly [unknown?];
    const envelope: Envelope = { mark: MARK, name, ...(request === undefined ? {} : { request }) };
    const reply = await withLimit(deliver(envelope), limits[name] ?? USUAL_LIMIT);
    if (!reply.ok) throw new SynclineError(reply.error, `the worker refused ${name}: ${reply.error.code}`);
    return reply.value as never;
  };
}
