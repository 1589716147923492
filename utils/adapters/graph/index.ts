// `client.ts` is not exported here: whoever imports this door would carry Microsoft's client along (speed.md 1).
export { createGraph } from './gateway.ts';
export type { GatewayParts } from './gateway.ts';
export type { GraphGet, RawAnswer } from './raw.ts';
