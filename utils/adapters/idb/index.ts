export { createCalendarStore } from './calendar-store.ts';
export { createConnection } from './connection.ts';
export type { Connection } from './connection.ts';
export { digestId } from './digest.ts';
export { createFactStore } from './fact-store.ts';
export { keepReader, openReader } from './reader.ts';
export type { Reader } from './reader.ts';
