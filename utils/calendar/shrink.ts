import type { EventRow, Shrink, SyncWindow } from '../model/calendar.ts';

/** Below this many items a calendar may empty itself in a day; no brake. */
const FLOOR = 10;

/**
 * The big brake: whether removing these events would take more than half of what the calendar holds. A source that vanished looks
 * exactly like a person who deleted everything (models.md 4.20), so somebody is asked. A series counts as one item, and only when
 * nothing of it remains.
 *
 * @param rows what is held now
 * @param stays whether the event of this key remains
 * @param window what the new reading covered; what lies outside of it was not looked at and is not missed
 * @param already items that went earlier in the same round
 */
export function suspectShrink(
  rows: readonly EventRow[],
  stays: (key: string) => boolean,
  window: SyncWindow,
  already = 0,
): Shrink | null {
  const before = new Set<string>();
  const after = new Set<string>();
  for (const row of rows) {
    if (row.type === 'master' || row.end <= window.start || row.start >= window.end) continue;
    const item = row.master ?? row.key;
    before.add(item);
    if (stays(row.key)) after.add(item);
  }
  const gone = before.size - after.size + already;
  const had = before.size + already;
  return gone >= FLOOR && gone * 2 > had ? { before: had, gone } : null;
}

/** Whether so many items lost an event that the whole has to be looked at. */
export function worthWeighing(removed: number): boolean {
  return removed >= FLOOR;
}
