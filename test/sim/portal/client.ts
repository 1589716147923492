import type { SettingsView } from './view.ts';

/** A person's browser reduced to fetch: keeps the session cookie and asks for the session's token, as the page does. */
export interface PortalClient {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Posts as a form, the way a page without script does. */
  submit(path: string, fields: Record<string, string>): Promise<Response>;
  token(): Promise<string>;
  /** A tab of a settings page. */
  settings(query: string): Promise<SettingsView>;
}

export function portalClient(origin: string): PortalClient {
  let cookie = '';
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await fetch(origin + path, {
      redirect: 'manual',
      ...init,
      headers: { ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) },
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return answer;
  };
  const client: PortalClient = {
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, body, headers = {}) => send(path, { method: 'POST', body: JSON.stringify(body), headers }),
    submit: (path, fields) => send(path, { method: 'POST', body: new URLSearchParams(fields) }),
    token: async () => (await (await send('/csrf_js')).text()).split(':')[1] ?? '',
    settings: async (query) => (await (await send(`/rest/setting/list?${query}`)).json()) as SettingsView,
  };
  return client;
}

/** Titles of a tab, by section. */
export function titlesOf(view: SettingsView): Record<string, string[]> {
  return Object.fromEntries(
    view.sections.map((section) => [section.id, section.rows.map((row) => row.title)]),
  );
}
