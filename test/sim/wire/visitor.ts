import { createHash, randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** Body as JSON; throws when it is none. */
  json(): Record<string, unknown>;
}

export interface Ask {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly form?: Record<string, string>;
}

/** A small HTTPS client with a cookie jar that reaches a world's hosts by their real names. */
export interface Visitor {
  /** One request; redirects are not followed. Rejects when the connection breaks. */
  ask(url: string, options?: Ask): Promise<Answer>;
  /** Presses a button of the last page: its form posted with the given fields. */
  press(fields: Record<string, string>): Promise<Answer>;
  /** Closes the browser: session cookies go, persistent ones stay. */
  restart(): void;
}

const unescape = (text: string) =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");

export function createVisitor(world: { readonly port: number; readonly cert: string }): Visitor {
  const jar = new Map<string, { value: string; persistent: boolean }>();
  let page = { url: '', text: '' };

  function keep(host: string, setCookie: readonly string[]): void {
    for (const cookie of setCookie) {
      const [pair = '', ...rules] = cookie.split('; ');
      const [name = '', value = ''] = pair.split('=');
      const age = rules.find((rule) => rule.startsWith('Max-Age='))?.slice(8);
      if (age === '0') jar.delete(`${host} ${name}`);
      else jar.set(`${host} ${name}`, { value, persistent: age !== undefined });
    }
  }

  function ask(address: string, { method, headers = {}, form }: Ask = {}): Promise<Answer> {
    const url = new URL(address);
    const cookie = [...jar]
      .filter(([key]) => key.startsWith(`${url.host} `))
      .map(([key, { value }]) => `${key.split(' ')[1] ?? ''}=${value}`)
      .join('; ');
    const body = form === undefined ? undefined : new URLSearchParams(form).toString();
    return new Promise((resolve, reject) => {
      const req = request(
        {
          host: '127.0.0.1',
          port: world.port,
          servername: url.hostname,
          ca: world.cert,
          path: url.pathname + url.search,
          method: method ?? (body === undefined ? 'GET' : 'POST'),
          headers: {
            Host: url.host,
            ...(cookie === '' ? {} : { Cookie: cookie }),
            ...(body === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }),
            ...headers,
          },
        },
        (res) => {
          const chunks: Buffer[] = [];
          res.on('data', (chunk: Buffer) => chunks.push(chunk));
          res.on('error', reject);
          res.on('end', () => {
            keep(url.host, res.headers['set-cookie'] ?? []);
            const text = Buffer.concat(chunks).toString('utf8');
            if (String(res.headers['content-type']).startsWith('text/html')) page = { url: url.href, text };
            const json = () => JSON.parse(text) as Record<string, unknown>;
            resolve({ status: res.statusCode ?? 0, headers: res.headers, text, json });
          });
        },
      );
      req.on('error', reject);
      req.end(body);
    });
  }

  return {
    ask,
    press(fields) {
      const action = /<form method="post" action="([^"]*)"/.exec(page.text)?.[1];
      if (action === undefined) throw new Error(`the page has no form: ${page.text.slice(-300)}`);
      const hidden = [...page.text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
      const form = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, unescape(value)]));
      return ask(new URL(unescape(action), page.url).href, { form: { ...form, ...fields } });
    },
    restart() {
      for (const [key, { persistent }] of jar) if (!persistent) jar.delete(key);
    },
  };
}

/** A PKCE pair (RFC 7636, S256). */
export function createPkce(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}
