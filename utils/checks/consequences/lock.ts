import type { Consequence } from '../../model/findings.ts';
import { SOURCES } from '../sources.ts';

/**
 * One padlock freezes the master toggle and forces the default service under it (KB0069503): people whose permissions
 * differ are disconnected. The portal may draw it on either row.
 */
const lock = (setting: 'third-party-integration' | 'default-service'): Consequence => ({
  id: `lock-${setting}`,
  setting,
  act: 'lock',
  levels: ['account', 'group'],
  kind: 'warn',
  words: {
    title: { key: 'consequence_lock_title' },
    why: { key: 'consequence_lock_why' },
    people: [
      { fate: 'stay', who: { key: 'consequence_lock_same' }, what: { key: 'consequence_lock_same_what' } },
      { fate: 'lose', who: { key: 'consequence_lock_other' }, what: { key: 'consequence_lock_other_what' } },
      { fate: 'none', who: { key: 'consequence_lock_none' }, what: { key: 'consequence_lock_none_what' } },
    ],
    peopleOpen: true,
  },
  dialogWhy: { key: 'consequence_lock_dialog' },
  sources: [SOURCES.integration],
});

export const LOCK: readonly Consequence[] = [lock('third-party-integration'), lock('default-service')];
