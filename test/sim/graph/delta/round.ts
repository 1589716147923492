import { fractionOf } from '../../wire/random.ts';
import { type Contents, instancesOf, type Row, rowsWithin, type Span, touches } from '../calendar/model.ts';
import type { Texture } from '../scenario.ts';

const DAY = 86_400_000;

/** What a round will speak of, in order: rows by uid, removals marked. */
export interface Entry {
  readonly uid: string;
  readonly removed: boolean;
  /** Instances of one series stay together when a page grows. */
  readonly series?: string;
}

/** Stable choice: what happens to a series' master in first rounds. */
export function masterFate(
  seed: number,
  uid: string,
  { missingMasters, lateMasters }: Texture,
): 'usual' | 'late' | 'missing' {
  const draw = fractionOf(`${seed}/master/${uid}`);
  if (draw < missingMasters) return 'missing';
  return draw < missingMasters + lateMasters ? 'late' : 'usual';
}

const entryOf = ({ uid, series, type }: Row): Entry => ({
  uid,
  removed: false,
  ...(type === 'occurrence' || type === 'exception' ? { series: series ?? '' } : {}),
});

/** A first round: singles first, then series by series (the order seen in the wild, microsoft.md A.4). */
export function firstRound(contents: Contents, window: Span, seed: number, texture: Texture): Entry[] {
  const rows = rowsWithin(contents, window);
  const entries = rows.filter(({ type }) => type === 'singleInstance').map(entryOf);
  const late: Entry[] = [];
  for (const row of rows) {
    if (row.type === 'singleInstance') continue;
    if (row.type !== 'seriesMaster') entries.push(entryOf(row));
    else {
      const fate = masterFate(seed, row.uid, texture);
      // Only a series that began before the window may come without its master.
      if (fate === 'late') late.push(entryOf(row));
      else if (fate === 'usual' || row.start >= window.start) entries.push(entryOf(row));
    }
  }
  entries.push(...late);
  for (let ghost = 0; ghost < texture.ghosts; ghost++) {
    const at = Math.floor(fractionOf(`${seed}/ghost/${ghost}`) * entries.length);
    entries.splice(at, 0, { uid: `ghost${ghost}`, removed: true });
  }
  return entries;
}

/** What changed after `since`: present rows as they are; rows gone or outside the window as removals. */
export function changedRound(contents: Contents, window: Span, since: number): Entry[] {
  const entries: Entry[] = [];
  const say = (uid: string, present: boolean, series?: string) =>
    entries.push({ uid, removed: !present, ...(series === undefined || !present ? {} : { series }) });
  for (const { uid, rev, near } of contents.tombstones) {
    const wide = { start: window.start - 14 * DAY, end: window.end + 14 * DAY };
    if (rev > since && (near === undefined || touches(near, wide))) say(uid, false);
  }
  for (const [uid, single] of contents.singles) if (single.rev > since) say(uid, touches(single, window));
  for (const [uid, series] of contents.series) {
    if (series.rev > since) say(uid, instancesOf(uid, series, window).length > 0);
    const edges = { start: window.start - 2 * DAY, end: window.end + 2 * DAY };
    for (const row of instancesOf(uid, series, edges)) {
      if (row.type === 'occurrence' && row.rev > since) say(row.uid, touches(row, window), uid);
    }
    for (const [day, exception] of series.exceptions) {
      if (exception.rev > since) say(`${uid}/${day}`, touches(exception, window), uid);
    }
  }
  return entries;
}
