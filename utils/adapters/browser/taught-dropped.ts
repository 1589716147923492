import { isRecord } from '../../core/is-record.ts';
import type { TaughtBook } from '../../model/ports.ts';
import { type PageId, SETTINGS_ON } from '../../model/settings.ts';
import { localValue } from './local-value.ts';

/** Where taught controls and those dropped are kept, in one versioned record of `storage.local`. */
export const TAUGHT_KEY = 'taught';

/** One dropped control as stored; null where the record says something else. */
function toDropped(given: unknown): TaughtBook['dropped'][number] | null {
  if (!isRecord(given)) return null;
  const { setting, page, at } = given;
  const known = (Object.keys(SETTINGS_ON) as PageId[]).find((one) => one === page);
  const id = known && SETTINGS_ON[known].find((one) => one === setting);
  return known && id && typeof at === 'number' ? { setting: id, page: known, at } : null;
}

/** What of the record says which controls were dropped. */
export function droppedIn(stored: unknown): TaughtBook['dropped'] {
  if (!isRecord(stored) || stored['version'] !== 1 || !Array.isArray(stored['dropped'])) return [];
  return (stored['dropped'] as readonly unknown[]).map(toDropped).filter((one) => one !== null);
}

/** Controls that no longer fitted and were dropped, until somebody has read it; without the rest, for a page that draws at once. */
export async function droppedControls(): Promise<TaughtBook['dropped']> {
  return droppedIn(await localValue(TAUGHT_KEY));
}
