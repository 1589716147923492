import type { IncomingMessage, ServerResponse } from 'node:http';
import { addressOf, sendJson } from '../wire/http.ts';
import { GraphRefusal } from './errors.ts';
import type { Caller, Gate } from './gate.ts';

/** `GET /me`: a fixed default set; the two dates come by `$select` only (microsoft.md E.1). */
export function me(req: IncomingMessage, res: ServerResponse, caller: Caller, gate: Gate): void {
  gate.requireScope(
    caller,
    ['User.Read', 'User.Read.All', 'User.ReadBasic.All', 'Directory.Read.All'],
    false,
  );
  const { user } = caller;
  const [givenName = '', surname = ''] = (user.displayName ?? user.username).split(' ');
  const iso = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
  const usual: Record<string, unknown> = {
    businessPhones: [],
    displayName: user.displayName ?? user.username,
    givenName,
    jobTitle: null,
    mail: user.mail ?? user.username,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname,
    userPrincipalName: user.username,
    id: user.oid,
  };
  const onDemand: Record<string, unknown> = {
    proxyAddresses: [`SMTP:${user.mail ?? user.username}`],
    lastPasswordChangeDateTime: iso(user.passwordChangedAt),
    signInSessionsValidFromDateTime: iso(user.sessionsValidFrom),
    accountEnabled: !user.disabled,
    userType: 'Member',
  };
  const select = addressOf(req).searchParams.get('$select');
  const all = { ...usual, ...onDemand };
  const names = select === null ? Object.keys(usual) : select.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(name in all));
  if (unknown !== undefined) {
    throw new GraphRefusal(
      400,
      'BadRequest',
      `Parsing OData Select and Expand failed: Could not find a property named '${unknown}' on type 'microsoft.graph.user'.`,
    );
  }
  const context = 'https://graph.microsoft.com/v1.0/$metadata#users/$entity';
  sendJson(res, 200, {
    '@odata.context': context,
    ...Object.fromEntries(names.map((name) => [name, all[name]])),
  });
}
