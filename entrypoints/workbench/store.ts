import { useEffect, useState } from 'preact/hooks';
import { keepReader } from '../../utils/adapters/idb/index.ts';
import type { Snapshot } from '../../utils/model/snapshots.ts';
import type { Stored } from '../shared/load.ts';

/** The page's one way to the store. */
export const reader = keepReader();

/** The whole settings history, read in bounded pieces; oldest first. */
async function allSnapshots(): Promise<Snapshot[]> {
  const held = await reader();
  const rows: Snapshot[] = [];
  let from: number | null = 0;
  while (from !== null) {
    const piece = await held.snapshotPage({ from });
    rows.push(...piece.rows);
    from = piece.next;
  }
  return rows;
}

/** The settings history, anew whenever the store was read anew; `null` until it is there, and `failed` when it could not be read. */
export function useSnapshots(stored: Stored): readonly Snapshot[] | 'failed' | null {
  const [rows, setRows] = useState<readonly Snapshot[] | 'failed' | null>(null);
  useEffect(() => {
    let current = true;
    allSnapshots().then(
      (read) => current && setRows(read),
      () => current && setRows('failed'),
    );
    return () => {
      current = false;
    };
  }, [stored]);
  return rows;
}
