import type { Consequence } from '../../model/findings.ts';
import { SOURCES } from '../sources.ts';

/** Bidirectional sync (KB0058782): nothing happens to meetings already scheduled until they are edited. */
export const SYNC: readonly Consequence[] = [
  {
    id: 'two-way-sync-on',
    setting: 'two-way-sync',
    act: 'turn-on',
    levels: ['account', 'group', 'user'],
    kind: 'advice',
    words: { title: { key: 'consequence_sync_on_title' }, why: { key: 'consequence_sync_on_why' } },
    sources: [SOURCES.bidirectional],
  },
  {
    id: 'two-way-sync-off',
    setting: 'two-way-sync',
    act: 'turn-off',
    levels: ['account', 'group', 'user'],
    kind: 'advice',
    words: {
      title: { key: 'consequence_sync_off_title' },
      why: { key: 'consequence_sync_off_why' },
      people: [
        {
          fate: 'unknown',
          who: { key: 'consequence_sync_off_entries' },
          what: { key: 'consequence_sync_off_entries_what' },
        },
      ],
    },
    sources: [SOURCES.bidirectional],
  },
];
