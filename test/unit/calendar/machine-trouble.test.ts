import { describe, expect, it } from 'vitest';
import { machine } from '../../../utils/calendar/index.ts';
import type { SyncEvent } from '../../../utils/calendar/index.ts';
import type { SyncRecord } from '../../../utils/model/calendar.ts';
import { FILLING, FOLLOWING, NOW, error, run } from './support/records.ts';

const HOUR = 3_600_000;

describe('trouble', () => {
  const gone = (): SyncEvent => ({ type: 'gone', now: NOW, error: error('resync') });

  it('begins again at once only once, then ever later', () => {
    const first = machine(FOLLOWING, gone());
    expect(first.effects.at(-1)).toEqual({ kind: 'again' });
    const second = machine(machine(first.record, run()).record, gone());
    expect(second.effects.at(-1)?.kind).toBe('wake');
    expect(second.record.notBefore).toBeGreaterThan(NOW);
    const at = second.record.notBefore;
    const third = machine(machine(second.record, run('alarm', at)).record, {
      ...gone(),
      now: at,
    });
    expect(third.record.notBefore - at).toBeGreaterThan(at - NOW);
  });

  it('waits 30 s growing to about 10 min without a word of the server', () => {
    const waits: number[] = [];
    let record: SyncRecord = FOLLOWING;
    for (let time = 0; time < 8; time += 1) {
      record = machine(
        { ...record, state: 'fetching', notBefore: 0 },
        { type: 'wait', now: NOW, error: error('wait') },
      ).record;
      waits.push(record.notBefore - NOW);
    }
    expect(waits[0]).toBeGreaterThanOrEqual(30_000);
    expect(waits[0]).toBeLessThanOrEqual(36_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(12 * 60_000);
    expect(waits.slice(0, 5)).toEqual(waits.slice(0, 5).toSorted((a, b) => a - b));
    expect(new Set(waits.slice(0, 5)).size).toBe(5);
  });

  it('keeps the whole time the server named, however long', () => {
    const notBefore = NOW + 5 * HOUR;
    const { record, effects } = machine(FOLLOWING, {
      type: 'wait',
      now: NOW,
      error: error('wait', { notBefore }),
    });
    expect(record).toMatchObject({ state: 'coolingDown', notBefore, round: FOLLOWING.round });
    expect(effects.at(-1)).toEqual({ kind: 'wake', at: notBefore });
    expect(machine(record, run('person', notBefore - 1)).effects).toEqual([{ kind: 'wake', at: notBefore }]);
    expect(machine(record, run('alarm', notBefore)).record.state).toBe('fetching');
  });

  it('does not take a time that has passed for leave to hammer', () => {
    const { record } = machine(FOLLOWING, {
      type: 'wait',
      now: NOW,
      error: error('wait', { notBefore: NOW - 1 }),
    });
    expect(record.notBefore).toBeGreaterThanOrEqual(NOW + 30_000);
  });

  it('lets an alarm try every six hours where a person is needed, and a person at once', () => {
    for (const state of ['needsPerson', 'suspectShrink'] as const) {
      const record: SyncRecord = { ...FILLING, state, attemptedAt: NOW - 5 * HOUR };
      expect(machine(record, run('alarm')).record).toBe(record);
      expect(machine(record, run('person')).record.state).toBe('fetching');
      expect(machine(record, run('alarm', NOW + HOUR)).record.state).toBe('fetching');
    }
  });

  it('tries a fault of ours once more where it stands, then from nothing', () => {
    const broken: SyncEvent = { type: 'broken', now: NOW, error: error('bug') };
    const once = machine(FILLING, broken);
    expect(once.record).toMatchObject({ state: 'failed', filling: 2 });
    const twice = machine({ ...once.record, state: 'fetching' }, broken);
    expect(twice.record.filling).toBeUndefined();
    expect(twice.effects[0]).toMatchObject({ drop: [2] });
  });
});

describe('accounts', () => {
  it('keeps everything when the same person signs in again', () => {
    const record: SyncRecord = { ...FOLLOWING, state: 'needsPerson' };
    expect(machine(record, { type: 'signedIn', now: NOW, account: 'maya' }).record).toBe(record);
  });

  it('leaves nothing of the last account, but the word on waiting', () => {
    const record: SyncRecord = { ...FILLING, notBefore: NOW + 1, error: error('wait'), revision: 9 };
    const other = machine(record, { type: 'signedIn', now: NOW, account: 'noor' });
    expect(other.record).toEqual({
      state: 'idle',
      account: 'noor',
      notBefore: NOW + 1,
      generation: 2,
      revision: 9,
    });
    expect(other.effects[0]).toMatchObject({ drop: [1, 2] });
    const out = machine(record, { type: 'signedOut', now: NOW });
    expect(out.record).toEqual({ state: 'signedOut', notBefore: NOW + 1, generation: 2, revision: 9 });
  });
});
