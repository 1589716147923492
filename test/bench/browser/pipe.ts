import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** Parameters and answers of the Chrome DevTools Protocol; each caller knows the shape of its own. */
export type Fields = Readonly<Record<string, unknown>>;

/** No answer takes longer, ms: a bench that hangs says where. */
const LIMIT = 120_000;

interface Message {
  readonly id?: number;
  readonly result?: Fields;
  readonly error?: { readonly message: string; readonly data?: string };
  readonly method?: string;
  readonly params?: Fields;
  readonly sessionId?: string;
}

interface Waiting {
  readonly good: (result: Fields) => void;
  readonly bad: (error: Error) => void;
}

export interface Pipe {
  send(method: string, params?: Fields, sessionId?: string): Promise<Fields>;
  /** The next event of that name in the session. */
  next(method: string, sessionId: string): Promise<Fields>;
  /** Ends the browser in order and waits until it has gone. */
  close(): Promise<void>;
}

/**
 * A browser over the protocol's pipe (file descriptors 3 and 4, messages ended by a zero byte). Nothing is attached by itself:
 * Playwright attaches to every worker, and that holds up each of its starts.
 */
export function openPipe(executable: string, args: readonly string[]): Pipe {
  const child: ChildProcess = spawn(executable, [...args, '--remote-debugging-pipe', 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const out = child.stdio[3] as Writable;
  const into = child.stdio[4] as Readable;
  const waiting = new Map<number, Waiting>();
  const listeners: { method: string; sessionId: string; good: (params: Fields) => void }[] = [];
  let last = 0;
  let rest = '';
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.once('exit', () => {
    for (const { bad } of waiting.values()) bad(new Error('the browser has ended'));
    waiting.clear();
  });

  into.setEncoding('utf8');
  into.on('data', (text: string) => {
    const parts = (rest + text).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) receive(JSON.parse(part) as Message);
  });

  function receive({ id, result, error, method, params, sessionId }: Message): void {
    if (id !== undefined) {
      const waiter = waiting.get(id);
      waiting.delete(id);
      if (error) waiter?.bad(new Error(`${error.message} ${error.data ?? ''}`));
      else waiter?.good(result ?? {});
      return;
    }
    for (const listener of listeners.filter((one) => one.method === method && one.sessionId === sessionId)) {
      listeners.splice(listeners.indexOf(listener), 1);
      listener.good(params ?? {});
    }
  }

  const send = (method: string, params: Fields = {}, sessionId?: string) =>
    new Promise<Fields>((good, bad) => {
      last += 1;
      const id = last;
      const timer = setTimeout(() => {
        waiting.delete(id);
        bad(new Error(`${method} was not answered: ${JSON.stringify(params).slice(0, 300)}`));
      }, LIMIT);
      const settled =
        <T>(then: (value: T) => void) =>
        (value: T) => {
          clearTimeout(timer);
          then(value);
        };
      waiting.set(id, { good: settled(good), bad: settled(bad) });
      out.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
    });

  return {
    send,
    next: (method, sessionId) =>
      new Promise((good) => {
        listeners.push({ method, sessionId, good });
      }),
    async close() {
      // The browser may end before it answers.
      await Promise.race([send('Browser.close').catch(() => undefined), gone]);
      await gone;
    },
  };
}
