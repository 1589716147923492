export { nextMeetings } from './agenda.ts';
export type { Meeting } from './agenda.ts';
export { findZoomLink, joinAddress } from './join-links.ts';
export type { ZoomLink } from './join-links.ts';
export { readListTime } from './list-time.ts';
