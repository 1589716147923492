import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createSimClock } from '../sim/clock/index.ts';
import { createEntra } from '../sim/entra/index.ts';
import { createGraph } from '../sim/graph/index.ts';
import { createCertificate } from '../sim/tls/index.ts';
import { addressOf, sendHtml } from '../sim/wire/http.ts';
import { CLIENT_ID, friendlyEntra, friendlyGraph, TENANT_ID } from '../sim/world/index.ts';
import { createPager, type Pager } from './pager.ts';

const GRAPH = 'graph.microsoft.com';
const ENTRA = 'login.microsoftonline.com';
/** Names whose only use is to be origins of their own. */
const BLANK = '*.origin.example';
const SCOPES = ['openid', 'profile', 'offline_access', 'User.Read', 'Calendars.ReadBasic'];

export interface BenchWorld {
  readonly port: number;
  readonly spki: string;
  readonly pager: Pager;
  registerRedirect(extensionId: string): void;
  close(): Promise<void>;
}

/** The simulated sign-in service and Graph, but calendar pages from the pager; the organisation has consented already. */
export async function startBenchWorld(): Promise<BenchWorld> {
  const clock = createSimClock();
  const entra = createEntra({ clock, scenario: { ...friendlyEntra(clock.now()), accessTokenMinutes: 90 } });
  entra.grantAdminConsent(TENANT_ID, CLIENT_ID, SCOPES);
  const graph = createGraph({ clock, entra, scenario: friendlyGraph() });
  const pager = createPager();
  const { key, cert, spki } = createCertificate([GRAPH, ENTRA, BLANK]);

  const route = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const { host, pathname } = addressOf(req);
    if (host === GRAPH && pathname.endsWith('/calendarView/delta')) await pager.handle(req, res);
    else if (host === GRAPH) await graph.handle(req, res);
    else if (host === ENTRA) await entra.handle(req, res);
    else sendHtml(res, 200, '<!doctype html><meta charset="utf-8"><title>Blank</title>');
  };
  const server = createServer({ key, cert }, (req, res) => {
    route(req, res).catch(() => res.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    spki,
    pager,
    registerRedirect(extensionId) {
      const app = entra.apps.find(({ clientId }) => clientId === CLIENT_ID);
      if (!app) throw new Error('the scenario has no registration for the extension');
      app.redirectUris = [...app.redirectUris, `https://${extensionId}.chromiumapp.org/`];
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
