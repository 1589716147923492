import { describe, expect, it } from 'vitest';
import { createNotifyService } from '../../../utils/app/notify-service.ts';
import { NOTIFY_ALARM } from '../../../utils/model/notify.ts';
import { planNotice, seenIn } from '../../../utils/checks/notify-plan.ts';
import type { HealthView } from '../../../utils/model/health.ts';
import type { NotifyRecord } from '../../../utils/model/notify.ts';
import type { PolicyReading } from '../../../utils/model/policy.ts';

const DAY = 86_400_000;
const T = Date.UTC(2026, 10, 23, 14);

const view = (state: HealthView['state']): HealthView => ({
  state,
  tone: 'bad',
  shape: 'bad',
  title: { key: 'app_name' },
  text: [{ key: 'app_description' }],
  action: null,
  second: null,
  certainty: null,
  meta: [],
  code: null,
  steps: [],
  facts: [],
  calendarAsOf: null,
  unfamiliarAt: null,
});

function stage(policy: () => Promise<PolicyReading> = async () => ({ policy: {}, refused: [] })) {
  const kept: { record: NotifyRecord | null } = { record: null };
  const world = {
    now: T,
    allowed: true,
    shown: [] as string[],
    cleared: 0,
    alarm: undefined as number | undefined,
    kept,
  };
  /** Another life of the worker, over the same store. */
  const worker = () =>
    createNotifyService({
      store: {
        read: async () => kept.record,
        write: async (record) => void (kept.record = record),
      },
      notifications: {
        allowed: async () => world.allowed,
        show: async ({ title, context }) => void world.shown.push(`${title} ${context}`),
        clear: async () => void (world.cleared += 1),
      },
      policy: { read: policy },
      alarms: {
        ensure: async (name, { at }) => {
          expect(name).toBe(NOTIFY_ALARM);
          world.alarm = at;
        },
        clear: async () => void (world.alarm = undefined),
      },
      clock: { now: () => world.now },
      say: ({ key, params }) => (params ? `${key} ${JSON.stringify(params['count'])}` : key),
      plan: (record, seen, allowed, now) => planNotice(record, seenIn(seen), allowed, now),
    });
  return { world, worker };
}

describe('notifications', () => {
  it('tell once, wait for the next day of four, and outlive the worker', async () => {
    const { world, worker } = stage();
    await worker()(view('problem'));
    await worker()(view('problem'));
    expect(world.shown).toEqual(['app_name notify_count 1']);
    expect(world.alarm).toBe(T + 2 * DAY);
    world.now = T + 2 * DAY;
    await worker()(view('problem'));
    expect(world.shown).toEqual(['app_name notify_count 1', 'app_name notify_count 2']);
  });

  it('are taken away on recovery, alarm and all', async () => {
    const { world, worker } = stage();
    const seen = worker();
    await seen(view('problem'));
    await seen(view('healthy'));
    expect([world.shown.length, world.cleared, world.alarm]).toEqual([1, 1, undefined]);
  });

  it('tell once when two sights come together', async () => {
    const { world, worker } = stage();
    const seen = worker();
    await Promise.all([seen(view('needs-you')), seen(view('needs-you'))]);
    expect(world.shown).toHaveLength(1);
  });

  it.each([
    ['the person has not let us', { allowed: false, policy: async () => ({ policy: {}, refused: [] }) }],
    [
      'policy forbids it',
      { allowed: true, policy: async () => ({ policy: { notifications: false }, refused: [] }) },
    ],
    ['the policy cannot be read', { allowed: true, policy: () => Promise.reject(new Error('unreadable')) }],
  ])('tell nobody when %s', async (_why, { allowed, policy }) => {
    const { world, worker } = stage(policy);
    world.allowed = allowed;
    await worker()(view('problem'));
    expect([world.shown, world.alarm]).toEqual([[], undefined]);
    expect(world.kept.record).toEqual({ since: T, told: 0 });
  });
});
