import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readCookies } from '../wire/http.ts';

const COOKIE = '_zm_ssid';
export const CSRF_HEADER = 'zoom-csrftoken';

/** One token a browser session, handed out at `/csrf_js` and asked back with every change (portal.md 5.1). */
export interface Csrf {
  /** Token of the session; starts one when the browser brings none. */
  token(req: IncomingMessage, res: ServerResponse): string;
  /** Whether a posted token is that of the session. */
  valid(req: IncomingMessage, given: string | null): boolean;
}

export function createCsrf(): Csrf {
  const secret = randomBytes(16).toString('hex');
  const derive = (session: string) =>
    createHash('sha256')
      .update(`${secret}.${session}`)
      .digest('hex')
      .toUpperCase()
      .match(/.{8}/g)
      ?.slice(0, 4)
      .join('-') ?? '';
  return {
    token(req, res) {
      let session = readCookies(req).get(COOKIE);
      if (!session) {
        session = randomBytes(12).toString('hex');
        res.setHeader('Set-Cookie', `${COOKIE}=${session}; Path=/; HttpOnly; SameSite=Lax`);
      }
      return derive(session);
    },
    valid(req, given) {
      const session = readCookies(req).get(COOKIE);
      const origin = req.headers.origin;
      const sameOrigin =
        origin === undefined || (URL.canParse(origin) && new URL(origin).host === req.headers.host);
      return sameOrigin && session !== undefined && given === derive(session);
    },
  };
}
