export { nextMeetings } from './agenda.ts';
export type { Meeting } from './agenda.ts';
export { type CompareInput, compareMeetings } from './compare.ts';
export { findZoomLink, joinAddress } from './join-links.ts';
export type { ZoomLink } from './join-links.ts';
export { limitsOf, type SyncContext, syncContext } from './limits.ts';
export { readListTime } from './list-time.ts';
export { comparedFact, compareStored, type StoredMeetings } from './summary.ts';
