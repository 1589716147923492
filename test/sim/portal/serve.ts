import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPortal, type PortalOptions, type PortalSim } from './index.ts';

/** A portal on a loopback port of its own, for tests that need no world around it. */
export interface ServedPortal {
  readonly portal: PortalSim;
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  close(): Promise<void>;
}

export async function servePortal(options: PortalOptions = {}): Promise<ServedPortal> {
  const portal = createPortal(options);
  const server = createServer((req, res) => {
    portal.handle(req, res).catch((error: unknown) => {
      if (!res.headersSent) res.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
      res.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    portal,
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
