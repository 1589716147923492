import type { ServerResponse } from 'node:http';
import { sendHtml } from '../wire/http.ts';
import { claimsChallenge, GraphRefusal, resync, unauthorized } from './errors.ts';
import type { GraphFault } from './scenario.ts';

const CODES: Readonly<Record<number, string>> = {
  401: 'InvalidAuthenticationToken',
  403: 'ErrorAccessDenied',
  404: 'ErrorItemNotFound',
  429: 'ApplicationThrottled',
  500: 'generalException',
  502: 'BadGateway',
  503: 'serviceNotAvailable',
  504: 'UnknownError',
};

/**
 * The refusal a fault stands for; `undefined` for faults of the body or the connection.
 * `address` is where a new round begins, for the `Location` of a 410.
 */
export function refusalOf(fault: GraphFault, now: number, address: string): GraphRefusal | undefined {
  switch (fault.kind) {
    case 'status': {
      const wait = fault.retryAfter;
      const code = fault.code ?? CODES[fault.status] ?? 'UnknownError';
      if (fault.status === 401) return unauthorized('Lifetime validation failed, the token is expired.');
      const value =
        wait === undefined || wait === null
          ? null
          : typeof wait === 'number'
            ? String(wait)
            : new Date(now + wait.dateAfterMs).toUTCString();
      return new GraphRefusal(
        fault.status,
        code,
        'The request cannot be served now.',
        value === null ? {} : { headers: { 'Retry-After': value } },
      );
    }
    case 'gone':
      return resync('SyncStateNotFound', fault.location === false ? undefined : address);
    case 'resync': {
      const status = fault.code === 'InvalidDeltaToken' ? 400 : 410;
      return fault.inner
        ? new GraphRefusal(status, 'UnknownError', 'The sync state is gone.', { innerCode: fault.code })
        : new GraphRefusal(status, fault.code, 'The sync state is gone.');
    }
    case 'claims':
      return claimsChallenge(now);
    default:
      return undefined;
  }
}

/** Spoils an answer on its way out: the handler writes as usual, the client gets the damage. */
export function spoil(res: ServerResponse, fault: GraphFault): void {
  const end = res.end.bind(res) as (body?: string) => ServerResponse;
  const damaged = (body?: string): ServerResponse => {
    res.end = end as ServerResponse['end'];
    const text = body ?? '';
    if (fault.kind === 'cut-json') return end(text.slice(0, Math.floor(text.length / 2)));
    if (fault.kind === 'not-json') {
      sendHtml(
        res,
        200,
        '<!doctype html><title>Network sign-in</title><p>Please accept the terms of this network.</p>',
      );
      return res;
    }
    res.setHeader('Content-Length', String(Buffer.byteLength(text)));
    res.write(text.slice(0, Math.floor(text.length / 2)), () => res.destroy());
    return res;
  };
  if (fault.kind === 'cut-json' || fault.kind === 'cut-connection' || fault.kind === 'not-json') {
    res.end = damaged as ServerResponse['end'];
  }
}
