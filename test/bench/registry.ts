import { PORTAL_READ } from './portal-read/index.ts';

/** What a bench must reach. `most` and `least` are the aim; a run that misses it fails unless `excused` allows as much. */
export interface Threshold {
  /** What is measured, and against what. */
  readonly what: string;
  readonly against: string;
  readonly unit: 'ratio' | 'bytes' | 'kB' | 'ms';
  readonly aim: { readonly most: number } | { readonly least: number } | null;
  /** The aim is known to be missed: up to here nothing fails, and the table says why. */
  readonly excused?: { readonly upTo: number; readonly why: string };
}

const FLOOR = 'the same pages fetched and parsed one after the other, one relaxed transaction each';
const JSON_ALONE = 'the same pages fetched and parsed, nothing stored';
const PEER = 'the official client’s PageIterator and one idb put per event';
const EMPTY = 'an extension whose worker is empty';
const FILL_NOISE =
  'ours and the floor differ less than two runs of the same one do (pairs from 0.94 to 1.14): whole runs gave 1.00, 1.01 and 1.02 at 500 a page, 1.01 and 1.05 at 50 since the next request goes out before a page is parsed (1.34 before).';

/** Every bench, in the order of the table. A bench without a line here fails the run. */
export const REGISTRY: Readonly<Record<string, Threshold>> = {
  'fill 500': {
    what: 'First fill, 10,000 events, 500 a page',
    against: FLOOR,
    unit: 'ratio',
    aim: { most: 1 },
    excused: { upTo: 1.15, why: FILL_NOISE },
  },
  'fill 50': {
    what: 'First fill, 10,000 events, 50 a page',
    against: FLOOR,
    unit: 'ratio',
    aim: { most: 1 },
    excused: { upTo: 1.15, why: FILL_NOISE },
  },
  'latency 500': {
    what: 'First fill, 10,000 events, 500 a page, 60 ms a request',
    against: JSON_ALONE,
    unit: 'ratio',
    aim: { most: 1.1 },
  },
  'latency 50': {
    what: 'First fill, 10,000 events, 50 a page, 60 ms a request',
    against: JSON_ALONE,
    unit: 'ratio',
    aim: { most: 1.1 },
  },
  'peer 500': {
    what: 'Time of the usual way, 10,000 events, 500 a page',
    against: 'ours',
    unit: 'ratio',
    aim: { least: 4 },
  },
  'peer 50': {
    what: 'Time of the usual way, 10,000 events, 50 a page',
    against: 'ours',
    unit: 'ratio',
    aim: { least: 3 },
  },
  sweep: {
    what: 'Throwing an old generation of 2,500 rows away',
    against: 'index cursor and delete',
    unit: 'ratio',
    aim: { most: 0.05 },
  },
  delta: {
    what: 'Sync with 10 changes, 100,000 events stored',
    against: 'the same with 1,000 stored',
    unit: 'ratio',
    aim: { most: 1.1 },
    excused: {
      upTo: 1.3,
      why: 'of 11 ms, one is the larger database’s; single samples differ by more than half.',
    },
  },
  agenda: {
    what: 'The next 7 days (387 events) of 100,000 stored',
    against: 'the same of 1,000',
    unit: 'ratio',
    aim: { most: 2 },
  },
  wake: {
    what: 'Message to a killed worker until an answer without a token',
    against: EMPTY,
    unit: 'ratio',
    aim: { most: 1.2 },
    excused: {
      upTo: 2.1,
      why: 'measured apart, in units of an empty worker: 0.1 to 0.25 is Chromium handing the late scripts to every start, the rest the worker’s own script from the code cache, running it and registering listeners, and reading the connection. Of its 134 kB 50 are left since this table was made: sync, sign-in and audit came into a second late script, and a run of this suite alone gave 1.68 (2026-11-24).',
    },
  },
  'wake and token': {
    what: 'Message to a killed worker until its request with the cached token arrives',
    against: `${EMPTY}, sending the same request`,
    unit: 'ratio',
    aim: { most: 1.8 },
    excused: {
      upTo: 3,
      why: 'this is stricter than the aim’s own measure (MSAL’s first use alone): it holds a whole "sync now" up to its request, with the library’s 3 ms, MSAL’s 3 ms, the store’s opening and the commit of the open round.',
    },
  },
  'popup paint': {
    what: 'Popup, first contentful paint, 10,000 events, worker dead',
    against: 'the same page without script',
    unit: 'ratio',
    aim: { most: 1.1 },
  },
  'popup health': {
    what: 'Popup, finished health, 10,000 events, worker dead',
    against: 'the same reads and the same DOM built by hand',
    unit: 'ratio',
    aim: { most: 1.1 },
    excused: {
      upTo: 1.3,
      why: '43 kB of script, all checks with it, against 1 kB: it starts 2 to 5 ms later than what is drawn by hand, and judging and drawing take 4 to 5 ms more. One file instead of eleven, and all reads at once in one transaction, took 1.4 to 1.13.',
    },
  },
  bytes: {
    what: 'Stored per event, all of the store’s growth, 10,000 events',
    against: '–',
    unit: 'bytes',
    aim: { most: 450 },
  },
  checks: {
    what: 'All checks, agenda and drift over a full fact set, 7 days of 100,000 events loaded by index',
    against: '–',
    unit: 'ms',
    aim: { most: 5 },
  },
  evidence: {
    what: 'Evidence of 400 looks and 5,000 findings in four formats, longest time the page is held up',
    against: '–',
    unit: 'ms',
    aim: { most: 50 },
  },
  memory: {
    what: 'Memory of the worker after a fill of 10,000 events, after collection',
    against: 'before it',
    unit: 'kB',
    aim: null,
  },
  ...PORTAL_READ,
};

export { PEER as USUAL_WAY };
