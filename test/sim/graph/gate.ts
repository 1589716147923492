import type { IncomingMessage } from 'node:http';
import type { SimClock } from '../clock/index.ts';
import type { AccessGrant, EntraSim, LiveUser } from '../entra/index.ts';
import { claimsChallenge, GraphRefusal, throttled, unauthorized } from './errors.ts';

/** Who asks. */
export interface Caller {
  readonly grant: AccessGrant;
  readonly user: LiveUser;
}

/** Outlook's limit for one app and mailbox (microsoft.md B.1). */
const AT_ONCE = 4;

/** Checks tokens, scopes and limits; remembers who did not wait. */
export function createGate(entra: EntraSim, clock: SimClock) {
  const challenged = new Map<string, { order: number; at: number }>();
  const inFlight = new Map<string, number>();
  const shutUntil = new Map<string, number>();
  const violations: string[] = [];
  const mailbox = ({ grant }: Caller) => `${grant.clientId} ${grant.oid}`;

  return {
    violations,

    /** The person behind the bearer token; throws 401 as Graph does. */
    caller(req: IncomingMessage): Caller {
      const token = /^Bearer (\S+)$/.exec(req.headers.authorization ?? '')?.[1];
      if (token === undefined) throw unauthorized('Access token is empty.');
      const grant = entra.inspect(token);
      if (!grant) throw unauthorized('CompactToken parsing failed with error code: 80049217');
      if (clock.now() >= grant.expiresAt)
        throw unauthorized('Lifetime validation failed, the token is expired.');
      const challenge = challenged.get(grant.oid);
      if (challenge && grant.order < challenge.order) throw claimsChallenge(challenge.at);
      const user = entra.userById(grant.oid);
      if (!user) throw unauthorized('The user of the token no longer exists.');
      return { grant, user };
    },

    /** From now on, tokens issued before are answered with a claims challenge. */
    challenge(oid: string): void {
      challenged.set(oid, { order: entra.tick(), at: clock.now() });
    },

    /** At least one of the scopes must be in the token. */
    requireScope({ grant }: Caller, scopes: readonly string[], outlook: boolean): void {
      if (scopes.some((scope) => grant.scopes.includes(scope))) return;
      throw outlook
        ? new GraphRefusal(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')
        : new GraphRefusal(
            403,
            'Authorization_RequestDenied',
            'Insufficient privileges to complete the operation.',
          );
    },

    requireRole({ user }: Caller, roles: readonly string[]): void {
      if (user.roles.some((role) => roles.includes(role))) return;
      throw new GraphRefusal(
        403,
        'Authorization_RequestDenied',
        'Insufficient privileges to complete the operation.',
      );
    },

    /** Enters one request to a mailbox; gives the way out. Throws 429 over the limit or before `Retry-After` has passed. */
    enterMailbox(caller: Caller): () => void {
      const key = mailbox(caller);
      const wait = (shutUntil.get(key) ?? 0) - clock.now();
      if (wait > 0) {
        violations.push('asked before Retry-After had passed');
        throw throttled(Math.ceil(wait / 1000));
      }
      const busy = inFlight.get(key) ?? 0;
      if (busy >= AT_ONCE) {
        violations.push('more than four requests at once for one mailbox');
        shutUntil.set(key, clock.now() + 2000);
        throw throttled(2);
      }
      inFlight.set(key, busy + 1);
      return () => void inFlight.set(key, (inFlight.get(key) ?? 1) - 1);
    },

    /** Shuts a mailbox for so many ms: what a `Retry-After` announced. */
    shut(caller: Caller, ms: number): void {
      shutUntil.set(mailbox(caller), clock.now() + ms);
    },
  };
}

export type Gate = ReturnType<typeof createGate>;
