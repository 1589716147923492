import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createSimClock, type SimClock } from '../clock/index.ts';
import { createEntra, type EntraSim } from '../entra/index.ts';
import { createGraph, type GraphSim } from '../graph/index.ts';
import { createPortal, type PortalSim } from '../portal/index.ts';
import { createCertificate } from '../tls/index.ts';
import { addressOf, escapeHtml, sendHtml } from '../wire/http.ts';
import { ALL_HOSTS, isBrowsersOwn, serviceOf } from './hosts.ts';
import { CLIENT_ID, friendlyEntra, friendlyGraph, type WorldScenario } from './scenario.ts';

export type { WorldScenario } from './scenario.ts';
export { ADMIN, CLIENT_ID, MAYA, NO_MAILBOX, OUTSIDER, TENANT_DOMAIN, TENANT_ID } from './scenario.ts';
export { friendlyEntra, friendlyGraph } from './scenario.ts';

export interface LogLine {
  /** ms since the epoch, world time */
  readonly at: number;
  readonly host: string;
  readonly method: string;
  /** Path without the query: tokens and codes stay out of logs. */
  readonly path: string;
  readonly status: number;
}

/** One simulated world: the portal, the sign-in service and Graph behind one HTTPS port on loopback. */
export interface World {
  readonly port: number;
  /** For `--ignore-certificate-errors-spki-list`. */
  readonly spki: string;
  /** The self-signed certificate, PEM. */
  readonly cert: string;
  readonly hosts: readonly string[];
  readonly portal: PortalSim;
  readonly entra: EntraSim;
  readonly graph: GraphSim;
  readonly clock: SimClock;
  readonly log: readonly LogLine[];
  /** Hosts somebody asked for that no service here answers to (each got 502), the browser's own left out. */
  readonly unexpected: readonly string[];
  /** Faults of the simulators themselves; a test should find none. */
  readonly failures: readonly unknown[];
  /** Registers one more redirect URI of the extension. */
  registerRedirect(uri: string): void;
  /** Chromium flags that lead the world's hosts here; with `everything`, all other hosts too, so that they are seen. */
  chromiumArgs(options?: { everything?: boolean }): string[];
  /** Ends the world; rejects when a simulator itself failed meanwhile, so that no test passes on a broken world. */
  close(): Promise<void>;
}

/** Starts a world on 127.0.0.1; a friendly one when no scenario is given. */
export async function startWorld(scenario: WorldScenario = {}): Promise<World> {
  const clock = createSimClock(scenario.clock);
  const entra = createEntra({ clock, scenario: scenario.entra ?? friendlyEntra(clock.now(), scenario) });
  const graph = createGraph({ clock, entra, scenario: scenario.graph ?? friendlyGraph() });
  const portal = createPortal({ clock, ...(scenario.portal ? { scenario: scenario.portal } : {}) });
  const { key, cert, spki } = createCertificate(ALL_HOSTS);
  const log: LogLine[] = [];
  const unexpected: string[] = [];
  const failures: unknown[] = [];

  async function route(req: IncomingMessage, res: ServerResponse, host: string): Promise<void> {
    const service = serviceOf(host);
    if (service === 'portal') await portal.handle(req, res);
    else if (service === 'entra') await entra.handle(req, res);
    else if (service === 'graph') await graph.handle(req, res);
    else if (service === 'linked') sendHtml(res, 200, outside(addressOf(req)));
    else {
      if (!isBrowsersOwn(host)) unexpected.push(host);
      sendHtml(
        res,
        502,
        `<!doctype html><title>Unknown host</title><p>${escapeHtml(host)} is not part of this world.</p>`,
      );
    }
  }

  const server = createServer({ key, cert }, (req, res) => {
    const host = (req.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    const { method = '' } = req;
    res.on('close', () => {
      log.push({ at: clock.now(), host, method, path: addressOf(req).pathname, status: res.statusCode });
    });
    route(req, res, host).catch((error: unknown) => {
      failures.push(error);
      if (!res.headersSent) res.writeHead(500);
      res.end();
    });
  });
  await new Promise<void>((done) => server.listen(scenario.port ?? 0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;

  return {
    port,
    spki,
    cert,
    hosts: ALL_HOSTS,
    portal,
    entra,
    graph,
    clock,
    log,
    unexpected,
    failures,
    registerRedirect(uri) {
      const app = entra.apps.find(({ clientId }) => clientId === CLIENT_ID);
      if (!app) throw new Error('the scenario has no registration for the extension');
      app.redirectUris = [...app.redirectUris, uri];
    },
    chromiumArgs({ everything = false } = {}) {
      const rules = (everything ? ['*'] : ALL_HOSTS).map((host) => `MAP ${host}:443 127.0.0.1:${port}`);
      return [
        `--host-resolver-rules=${[...rules, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ')}`,
        `--ignore-certificate-errors-spki-list=${spki}`,
      ];
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      if (failures.length > 0) throw new AggregateError(failures, 'a simulator failed');
    },
  };
}

function outside(url: URL): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Outside the simulation</title>
<body style="font:16px/1.5 system-ui,sans-serif;max-width:60ch;margin:15vh auto;padding:0 16px">
<h1 style="font-size:20px">This page lies outside the simulation</h1><p><code>${escapeHtml(url.host + url.pathname)}</code></p></body></html>`;
}
