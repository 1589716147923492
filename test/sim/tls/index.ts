import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { bits, der, explicit, integer, moment, octets, oid, sequence, set, utf8, yes } from './der.ts';

export interface Certificate {
  /** PEM, PKCS #8 */
  readonly key: string;
  /** PEM, self-signed */
  readonly cert: string;
  /** base64 SHA-256 of the public key's DER, as `--ignore-certificate-errors-spki-list` wants it */
  readonly spki: string;
}

const DAY = 86_400_000;

function pem(label: string, bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

/**
 * A fresh self-signed P-256 certificate (RFC 5280) for the names, good for thirty days.
 * It is trusted by its public key's hash alone and never leaves the process.
 *
 * @param names DNS names, `*.` allowed; `127.0.0.1` is always among them
 */
export function createCertificate(names: readonly string[]): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const spkiDer = publicKey.export({ type: 'spki', format: 'der' });
  const algorithm = sequence(oid('1.2.840.10045.4.3.2'));
  const name = sequence(set(sequence(oid('2.5.4.3'), utf8('Syncline simulated world'))));
  const now = Date.now();
  const altNames = sequence(
    ...names.map((dns) => der(0x82, Buffer.from(dns, 'ascii'))),
    der(0x87, Buffer.from([127, 0, 0, 1])),
  );
  const extension = (id: string, critical: boolean, value: Uint8Array) =>
    sequence(oid(id), ...(critical ? [yes()] : []), octets(value));
  const toBeSigned = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([0x40]), randomBytes(15)])),
    algorithm,
    name,
    sequence(moment(new Date(now - DAY)), moment(new Date(now + 30 * DAY))),
    name,
    spkiDer,
    explicit(
      3,
      sequence(
        extension('2.5.29.17', false, altNames),
        extension('2.5.29.19', true, sequence(yes())),
        extension('2.5.29.37', false, sequence(oid('1.3.6.1.5.5.7.3.1'))),
      ),
    ),
  );
  const certificate = sequence(toBeSigned, algorithm, bits(sign('sha256', toBeSigned, privateKey)));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem('CERTIFICATE', certificate),
    spki: createHash('sha256').update(spkiDer).digest('base64'),
  };
}
