import { SECOND } from '../../core/clock.ts';
import type { Clock } from '../../core/clock.ts';
import { SynclineError } from '../../core/errors.ts';
import type { AuthPort, GraphPort } from '../../model/ports.ts';
import { claimsOf } from './challenge.ts';
import { graphError, toldToWait } from './graph-error.ts';
import type { GraphGet, RawAnswer } from './raw.ts';

/** Waits up to this long are spent in place; longer ones are the caller's, by a stored time and an alarm. */
const PATIENCE_MS = 5 * SECOND;
/** Requests for one question, waits in place included. */
const TRIES = 3;
const LIMIT_MS = 30 * SECOND;
/** A run asks the sign-in library again after so long: it renews 5 min before the end of a token, and takes 2 ms a question. */
const TOKEN_KEPT = 60 * SECOND;

export interface GatewayParts {
  /** Microsoft's client (`graphGet`), given from outside because the worker loads it late. */
  readonly get: GraphGet;
  readonly auth: Pick<AuthPort, 'token'>;
  readonly clock: Clock;
  readonly sleep: (ms: number) => Promise<void>;
  /** Graph host of the account's cloud; the token goes nowhere else. Asked for each question where the cloud may change. */
  readonly host: string | (() => Promise<string>);
}

type Options = Parameters<GraphPort['get']>[1];

/**
 * Graph, one request at a time (Outlook allows four at once per app and mailbox, microsoft.md B.1), and none before the moment the
 * server named last. Rejections are `SynclineError`s: `offline`, `timeout`, `not-json`, `http-429` … to wait, `sync-state-lost` to
 * begin again, `token-refused` and the sign-in's own for a person, `no-mailbox` and `access-denied` for an admin, `not-found`.
 */
export function createGraph(parts: GatewayParts): GraphPort {
  const { auth, clock, sleep } = parts;
  let last: Promise<unknown> = Promise.resolve();
  let notBefore = 0;
  // The same moment on the clock that nobody can set.
  let until = -Infinity;
  const tokens = new WeakMap<object, { token: string; scopes: string; until: number }>();

  const question = async (url: string, options: Options) => {
    const host = typeof parts.host === 'string' ? parts.host : await parts.host();
    checkHost(url, host);
    let waitedMs = 0;
    let renewed = false;
    if (tooLong()) throw toldToWait(clock.now() + waiting());
    let token = held(options) ?? (await obtain(options));
    for (let requests = 1; ; requests += 1) {
      waitedMs += await waitInPlace();
      const answer = await request(parts, url, token, options);
      if (answer.status >= 200 && answer.status < 300)
        return { body: readJson(answer), bytes: answer.bytes, requests, waitedMs };
      const error = graphError(answer, clock.now());
      if (answer.status === 401 && !renewed) {
        renewed = true;
        const claims = claimsOf(answer.header('WWW-Authenticate'));
        const how = claims === null ? { refresh: true as const } : { claims };
        token = await obtain(options, how);
        continue;
      }
      hold(error.info.notBefore ?? 0);
      // No time, or one that has passed, is no leave to ask again at once.
      if (waiting() <= 0 || requests >= TRIES || tooLong()) throw error;
    }
  };

  const held = ({ run, scopes }: Options): string | undefined => {
    const kept = run && tokens.get(run);
    return kept && kept.until > clock.monotonic() && kept.scopes === scopes.join(' ')
      ? kept.token
      : undefined;
  };
  const obtain = async ({ run, scopes }: Options, how: { refresh?: true; claims?: string } = {}) => {
    const token = await auth.token(scopes, { interactive: false, ...how });
    if (run) tokens.set(run, { token, scopes: scopes.join(' '), until: clock.monotonic() + TOKEN_KEPT });
    return token;
  };

  const hold = (at: number) => {
    notBefore = Math.max(waiting() > 0 ? notBefore : 0, at);
    until = clock.monotonic() + notBefore - clock.now();
  };
  /** ms; the shorter of what both clocks say: one may have been set back, the other may have stood still in a sleep. */
  const waiting = () => Math.min(notBefore - clock.now(), until - clock.monotonic());
  const tooLong = () => waiting() > PATIENCE_MS;

  const waitInPlace = async (): Promise<number> => {
    const ms = waiting();
    if (ms <= 0) return 0;
    if (tooLong()) throw toldToWait(clock.now() + ms);
    await sleep(ms);
    return ms;
  };

  return {
    get(url, options) {
      const answer = last.then(() => question(url, options));
      last = answer.catch(() => undefined); // the one who asked handles it; the next in the queue only waits for the end
      return answer;
    },
  };
}

function checkHost(url: string, host: string): void {
  const target = URL.canParse(url) ? new URL(url) : null;
  const safe =
    target?.protocol === 'https:' && target.host === host && target.username === '' && target.password === '';
  if (!safe)
    throw new SynclineError(
      { code: 'alien-link', who: 'bug' },
      'a link to another host than the account’s Graph',
    );
}

async function request(
  { get }: GatewayParts,
  url: string,
  token: string,
  { prefer, consistency }: Options,
): Promise<RawAnswer> {
  const signal = AbortSignal.timeout(LIMIT_MS);
  try {
    return await get(url, {
      token,
      signal,
      ...(prefer === undefined ? {} : { prefer }),
      ...(consistency === undefined ? {} : { consistency }),
    });
  } catch (cause) {
    if (cause instanceof SynclineError) throw cause;
    const code = signal.aborted ? 'timeout' : 'offline';
    throw new SynclineError({ code, who: 'wait' }, `Graph did not answer: ${code}`, { cause });
  }
}

function readJson(answer: RawAnswer): unknown {
  const broken = (cause?: unknown) =>
    new SynclineError(
      { code: 'not-json', who: 'wait', raw: String(answer.status) },
      'Graph’s answer is no JSON',
      {
        cause,
      },
    );
  if (answer.text === null) throw broken();
  try {
    return JSON.parse(answer.text);
  } catch (cause) {
    throw broken(cause);
  }
}
