import { describe, expect, it } from 'vitest';
import { rememberPolicy } from '../../../utils/app/policy-memory.ts';

function port() {
  const listeners: (() => void)[] = [];
  const state = { reads: 0, broken: false, change: () => listeners.forEach((listener) => listener()) };
  return {
    state,
    read: async () => {
      state.reads += 1;
      if (state.broken) throw new Error('unreadable');
      return { policy: {}, refused: [] };
    },
    onChanged: (listener: () => void) => void listeners.push(listener),
  };
}

describe('the policy, remembered', () => {
  it('is read once until the browser tells of a change', async () => {
    const under = port();
    const policy = rememberPolicy(under);
    let told = 0;
    policy.onChanged(() => {
      told += 1;
    });
    await Promise.all([policy.read(), policy.read()]);
    expect(under.state.reads).toBe(1);
    under.state.change();
    await policy.read();
    expect([under.state.reads, told]).toEqual([2, 1]);
  });

  it('is asked for again after a failure', async () => {
    const under = port();
    under.state.broken = true;
    const policy = rememberPolicy(under);
    await expect(policy.read()).rejects.toThrow('unreadable');
    under.state.broken = false;
    expect(await policy.read()).toEqual({ policy: {}, refused: [] });
  });
});
