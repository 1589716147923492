import type { IncomingMessage } from 'node:http';
import { readCookies } from '../wire/http.ts';
import { type EntraState, type LiveUser, type Proof, proofStands, userById } from './state.ts';

const SESSION = 'ESTSAUTH';
const PERSISTENT = 'ESTSAUTHPERSISTENT';
const KEEP_SECONDS = 90 * 24 * 3600;

export interface BrowserSession {
  /** Proofs by oid. */
  readonly proofs: Map<string, Proof>;
}

/** Sessions by cookie, shared by every tab and window of one browser profile. */
export interface Sessions {
  read(req: IncomingMessage): BrowserSession | undefined;
  /** The signed-in people whose proof still stands. */
  people(req: IncomingMessage): { user: LiveUser; proof: Proof }[];
  /** Adds a proof; gives the `Set-Cookie` values, session-long or persistent ("Stay signed in"). */
  add(req: IncomingMessage, proof: Proof, stay: boolean): string[];
  /** Signs everybody out; gives the `Set-Cookie` values that empty the jar. */
  end(req: IncomingMessage): string[];
}

export function createSessions(state: EntraState): Sessions {
  const known = new Map<string, BrowserSession>();
  const idOf = (req: IncomingMessage) => {
    const cookies = readCookies(req);
    return cookies.get(PERSISTENT) ?? cookies.get(SESSION);
  };
  const read = (req: IncomingMessage) => known.get(idOf(req) ?? '');
  return {
    read,
    people(req) {
      return [...(read(req)?.proofs.values() ?? [])].flatMap((proof) => {
        const user = userById(state, proof.oid);
        return user && proofStands(user, proof) ? [{ user, proof }] : [];
      });
    },
    add(req, proof, stay) {
      const session = read(req) ?? { proofs: new Map<string, Proof>() };
      session.proofs.set(proof.oid, proof);
      const id = state.secret('0.A');
      known.set(id, session);
      // SameSite=None as at Entra: the page is also reached from other sites' frames and from extensions.
      const rules = 'Path=/; Secure; HttpOnly; SameSite=None';
      return [
        `${SESSION}=${id}; ${rules}`,
        ...(stay ? [`${PERSISTENT}=${id}; Max-Age=${KEEP_SECONDS}; ${rules}`] : []),
      ];
    },
    end(req) {
      read(req)?.proofs.clear();
      const gone = 'Path=/; Secure; HttpOnly; SameSite=None; Max-Age=0';
      return [`${SESSION}=; ${gone}`, `${PERSISTENT}=; ${gone}`];
    },
  };
}
