import { MINUTE, SECOND } from '../core/clock.ts';
import { SynclineError, toErrorInfo } from '../core/errors.ts';
import type { Part } from '../model/entra.ts';
import { isRecord } from '../model/observation-guard.ts';
import type { Clock, GraphPort } from '../model/ports.ts';

/** A person is looking: a wait up to this long is spent here, ms. Longer ones end the part that asked. */
const PATIENCE = MINUTE;
const WAITS = 4;
/** An idle worker is stopped after 30 s; a call of an extension API now and then keeps it. */
const BREATH = 10 * SECOND;

export interface AskerParts {
  readonly graph: GraphPort;
  readonly clock: Pick<Clock, 'now'>;
  readonly sleep: (ms: number) => Promise<void>;
  /** Any call of an extension API. */
  readonly alive: () => Promise<unknown>;
}

export interface Question {
  readonly url: string;
  readonly scopes: readonly string[];
  readonly consistency?: 'eventual';
}

export type Item = Readonly<Record<string, unknown>>;

export interface Asker {
  /** One object. */
  one(question: Question): Promise<Item>;
  /** A list over its pages, `most` of them; `more` when there would have been others. */
  list(
    question: Question,
    most: number,
  ): Promise<{ readonly items: readonly Item[]; readonly more: boolean }>;
}

const misshapen = (what: string) => new SynclineError({ code: 'bad-shape', who: 'wait' }, what);

/** Questions of the audit to Graph, one at a time; waits that the server names are kept while somebody may still be looking. */
export function createAuditAsker({ graph, clock, sleep, alive }: AskerParts): Asker {
  async function pause(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= BREATH) {
      await alive();
      await sleep(Math.min(left, BREATH));
    }
  }

  async function ask({ url, scopes, consistency }: Question): Promise<Item> {
    await alive();
    for (let waits = 0; ; waits += 1) {
      try {
        const { body } = await graph.get(url, { scopes, ...(consistency ? { consistency } : {}) });
        if (!isRecord(body)) throw misshapen('an answer of the directory is no object');
        return body;
      } catch (error) {
        const { who, notBefore = 0 } = toErrorInfo(error);
        const left = notBefore - clock.now();
        if (who !== 'wait' || left <= 0 || left > PATIENCE || waits >= WAITS) throw error;
        await pause(left);
      }
    }
  }

  return {
    one: ask,
    async list(question, most) {
      const items: Item[] = [];
      let next: string | null = question.url;
      for (let page = 0; next !== null && page < most; page += 1) {
        const body: Item = await ask({ ...question, url: next });
        const { value, '@odata.nextLink': link } = body;
        if (!Array.isArray(value)) throw misshapen('a list of the directory is none');
        for (const item of value) if (isRecord(item)) items.push(item);
        // A link to itself would never end.
        next = typeof link === 'string' && link !== next ? link : null;
      }
      return { items, more: next !== null };
    },
  };
}

/** The part, or why it could not be read. Other parts stand. */
export async function partOf<Value>(read: () => Promise<Value>): Promise<Part<Value>> {
  try {
    return { value: await read() };
  } catch (error) {
    return { unread: toErrorInfo(error) };
  }
}

/** A text of an answer; empty when it is none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
