import { heldUntil } from '../../model/calendar.ts';
import type { SyncRecord } from '../../model/calendar.ts';
import type { Cell } from '../events.ts';
import { still } from './step.ts';

/** Somebody signed in. The same account goes on where it was; another one finds nothing of the last. */
export const adopt: Cell<'signedIn'> = (record, { account }) => {
  if (record.account === account && record.state !== 'signedOut') return still(record);
  return {
    record: { ...nobody(record), state: 'idle', account },
    effects: [{ kind: 'commit', rows: false, drop: generations(record), durability: 'strict' }],
  };
};

/** Nobody is signed in: rows and cursor go, the server's word on waiting stays. */
export const forget: Cell<'signedOut'> = (record) => ({
  record: nobody(record),
  effects: [{ kind: 'commit', rows: false, drop: generations(record), durability: 'strict' }],
});

/** The person said the shrink is right: the round goes on from where the brake stopped it. */
export const accept: Cell<'confirmShrink'> = (record, { now }) => {
  const commit = { kind: 'commit', rows: false, drop: [], durability: 'strict' } as const;
  const at = heldUntil(record, now);
  if (at !== null)
    return {
      record: { ...record, state: 'coolingDown', shrinkAccepted: true },
      effects: [commit, { kind: 'wake', at }],
    };
  return {
    record: { ...record, state: 'fetching', shrinkAccepted: true },
    effects: [commit, record.round?.settling ? { kind: 'settle' } : { kind: 'fetch' }],
  };
};

function nobody(record: SyncRecord): SyncRecord {
  const { notBefore, revision, generation, filling } = record;
  // Numbers of generations are not used twice, so that a late reader of an old one finds nothing instead of a stranger's rows.
  const used = Math.max(generation ?? 0, filling ?? 0);
  return {
    state: 'signedOut',
    notBefore,
    ...(revision === undefined ? {} : { revision }),
    ...(used === 0 ? {} : { generation: used }),
  };
}

function generations({ generation, filling }: SyncRecord): number[] {
  return [generation, filling].filter((number) => number !== undefined);
}
