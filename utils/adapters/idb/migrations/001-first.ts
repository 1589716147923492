import type { Migration } from './index.ts';

/**
 * Events lie under [generation, key], so that a generation goes by one range delete (20 ms instead of 950 ms for 5,000 rows by
 * cursor), and their only index begins with the generation, so that a half-filled one is never read.
 */
export const first: Migration = (database) => {
  const events = database.createObjectStore('events', { keyPath: ['generation', 'key'] });
  events.createIndex('start', ['generation', 'start']);
  database.createObjectStore('sync');
  database.createObjectStore('runs', { autoIncrement: true });
  database.createObjectStore('facts');
  database.createObjectStore('snapshots', { autoIncrement: true });
};
