const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;

/** Entra gives every app registration a GUID for its application (client) id. */
export function isClientId(text: string): boolean {
  return GUID.test(text);
}

/** A tenant in an authority address: its id, one of its domains, or `organizations` for any work or school account. */
export function isTenant(text: string): boolean {
  return text === 'organizations' || GUID.test(text) || DOMAIN.test(text);
}
