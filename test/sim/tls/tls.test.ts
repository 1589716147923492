import { createHash, X509Certificate } from 'node:crypto';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createCertificate } from './index.ts';

test('the certificate verifies for its names, and its pin is the hash of its public key', () => {
  const made = createCertificate(['zoom.us', '*.zoom.us', 'graph.microsoft.com']);
  const read = new X509Certificate(made.cert);
  expect(read.verify(read.publicKey)).toBe(true);
  expect(read.checkHost('us02web.zoom.us')).toBe('*.zoom.us');
  expect(read.checkHost('graph.microsoft.com')).toBe('graph.microsoft.com');
  expect(read.checkHost('example.org')).toBeUndefined();
  const spki = read.publicKey.export({ type: 'spki', format: 'der' });
  expect(made.spki).toBe(createHash('sha256').update(spki).digest('base64'));
});

test('a TLS client that trusts this certificate alone connects by name', async () => {
  const { key, cert } = createCertificate(['zoom.us']);
  const server = createServer({ key, cert }, (_req, res) => res.end('hello'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const get = (servername: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      request({ host: '127.0.0.1', port, servername, ca: cert, agent: false }, (res) => {
        res.resume();
        resolve(res.statusCode);
      })
        .on('error', reject)
        .end();
    });
  await expect(get('zoom.us')).resolves.toBe(200);
  await expect(get('other.example')).rejects.toThrow(/altnames/);
  server.close();
});
