import { judgeNotes } from '../../../utils/checks/index.ts';
import { observePortal, readPortal } from '../../../utils/portal/index.ts';

const URL_OF_PAGE = 'https://zoom.us/account/setting?tab=zoomMailCalendar';
const NOW = 1_795_435_200_000;

/** The whole reading: locate, read, judge, say what to draw. */
function read(): number {
  const { settings } = readPortal(document, URL_OF_PAGE);
  const page = 'account-settings';
  return judgeNotes({ page, settings, facts: {}, rules: {}, hidden: [], now: NOW }).notes.length;
}

/** The measure: every text node of the page, one regular expression each. */
function walk(): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let found = 0;
  while (walker.nextNode())
    if (
      /calendar|kalender|calendrier|calendario|calendário|カレンダー/i.test((walker.currentNode as Text).data)
    )
      found += 1;
  return found;
}

const WAYS = {
  walk,
  read,
  portal: () => readPortal(document, URL_OF_PAGE).settings.length,
};

/** A change nobody asked about: it throws away the lists of elements the engine keeps. */
function disturb(): void {
  const place = document.querySelector('.card') ?? document.body;
  const node = place.appendChild(document.createElement('i'));
  node.remove();
}

let watching = new AbortController();
let slices: number[] = [];

Object.assign(globalThis, {
  bench: {
    /** Watches the page as the content script does, and times each look. */
    watch(): void {
      watching = new AbortController();
      slices = [];
      observePortal(document, {
        clock: { monotonic: () => performance.now() },
        schedule(run, ms) {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
        onScan() {
          const start = performance.now();
          read();
          slices.push(performance.now() - start);
        },
        signal: watching.signal,
      });
    },
    /** Ends watching; how long each look took, ms. */
    unwatch(): string {
      watching.abort();
      return JSON.stringify(slices);
    },
    /** Microseconds a run; `disturbed`: after a change elsewhere each time. */
    time(way: keyof typeof WAYS, runs: number, disturbed: boolean): number {
      const work = WAYS[way];
      let total = 0;
      for (let at = 0; at < runs; at += 1) {
        if (disturbed) disturb();
        const start = performance.now();
        work();
        total += performance.now() - start;
      }
      return (total * 1000) / runs;
    },
    answer: (way: keyof typeof WAYS) => WAYS[way](),
    nodes: () => document.getElementsByTagName('*').length,
  },
});
