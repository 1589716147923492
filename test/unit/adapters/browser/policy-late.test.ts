import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser } from './fake-browser.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser }));

const ORG = 'aaaaaaaa-1111-2222-3333-444444444444';
const OWN = 'bbbbbbbb-1111-2222-3333-444444444444';
const { local, managed } = fakeBrowser.storage;

/** A browser that holds back every question about policy until it is told to answer, as Chromium does while it starts. */
function holdBack() {
  const waiting: ((values: object) => void)[] = [];
  const get = vi
    .spyOn(managed, 'get')
    .mockImplementation(() => new Promise((answer) => void waiting.push(answer as never)));
  return {
    get,
    answer(values: object) {
      get.mockRestore();
      for (const answer of waiting) answer(values);
    },
  };
}

/** The adapters as a worker that has just started has them. */
async function fresh() {
  vi.resetModules();
  const [{ config, connectionWithin }, { managedPolicy }, { policyWithin }, limits] = await Promise.all([
    import('../../../../utils/adapters/browser/config.ts'),
    import('../../../../utils/adapters/browser/policy.ts'),
    import('../../../../utils/adapters/browser/policy-within.ts'),
    import('../../../../utils/adapters/browser/managed.ts'),
  ]);
  return { config, connectionWithin, policyWithin, policy: managedPolicy(), ...limits };
}

const settled = async <T>(work: Promise<T>, ms: number) => {
  const result = Promise.allSettled([work]).then(([outcome]) => outcome);
  await vi.advanceTimersByTimeAsync(ms);
  return Promise.race([result, Promise.resolve('pending' as const)]);
};
const UNANSWERED = { status: 'rejected', reason: { info: { code: 'policy-unanswered', who: 'wait' } } };

beforeEach(async () => {
  await resetFakeBrowser();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a policy the browser does not tell', () => {
  it('counts as unanswered after its time, not as no policy, and not before', async () => {
    const { policy, PATIENCE } = await fresh();
    holdBack();
    const read = policy.read();
    expect(await settled(read, PATIENCE - 1)).toBe('pending');
    expect(await settled(read, 1)).toMatchObject(UNANSWERED);
  });

  it('is asked for again, more shortly, and believed as soon as it answers', async () => {
    const { policy, PATIENCE, PATIENCE_AGAIN } = await fresh();
    const browser = holdBack();
    await settled(policy.read(), PATIENCE);
    expect(await settled(policy.read(), PATIENCE_AGAIN)).toMatchObject(UNANSWERED);
    expect(browser.get).toHaveBeenCalledTimes(2);
    browser.answer({ tenant: 'org.example' });
    await managed.set({ tenant: 'org.example' });
    expect(await settled(policy.read(), 0)).toMatchObject({ value: { policy: { tenant: 'org.example' } } });
  });

  it('is told of once to whoever listens when it comes late, and to nobody when it came in time', async () => {
    const { policy, config, PATIENCE } = await fresh();
    const heard = [vi.fn(), vi.fn()];
    policy.onChanged(heard[0] as () => void);
    config.onChanged(heard[1] as () => void);
    await settled(policy.read(), 0);
    expect(heard.map((listener) => listener.mock.calls.length)).toEqual([0, 0]);
    const browser = holdBack();
    await settled(Promise.allSettled([policy.read(), policy.read()]), PATIENCE);
    browser.answer({});
    await vi.advanceTimersByTimeAsync(0);
    expect(heard.map((listener) => listener.mock.calls.length)).toEqual([1, 1]);
  });

  it('has its whole time again after an answer', async () => {
    const { policy, PATIENCE, PATIENCE_AGAIN } = await fresh();
    const browser = holdBack();
    await settled(policy.read(), PATIENCE);
    browser.answer({});
    await vi.advanceTimersByTimeAsync(0);
    holdBack();
    expect(await settled(policy.read(), PATIENCE_AGAIN)).toBe('pending');
  });
});

describe('the registration to use while the policy does not answer', () => {
  it('is what the options say, marked as such, where no policy was seen to set it', async () => {
    const { config, PATIENCE } = await fresh();
    await config.saveConnection({ clientId: OWN, tenant: 'own.example' });
    await local.set({ policySince: { notifications: { print: 1, at: 1 } } });
    holdBack();
    expect(await settled(config.connection(), PATIENCE)).toMatchObject({
      value: { clientId: OWN, source: { clientId: 'options' }, policyUnread: true },
    });
  });

  for (const [field, value] of [
    ['clientId', ORG],
    ['tenant', 'org.example'],
    ['cloud', 'china'],
  ] as const)
    it(`is nobody’s where the policy was seen to set the ${field}, though nothing else noted it`, async () => {
      const first = await fresh();
      await first.config.saveConnection({ clientId: OWN, tenant: 'own.example' });
      await managed.set({ [field]: value });
      await settled(first.config.connection(), 0);
      const { config, PATIENCE } = await fresh();
      const browser = holdBack();
      expect(await settled(config.connection(), PATIENCE)).toMatchObject(UNANSWERED);
      browser.answer({ [field]: value });
      const read = await settled(config.connection(), 0);
      expect(read).toMatchObject({ value: { [field]: value, source: { [field]: 'policy' } } });
      expect((read as { value: object }).value).not.toHaveProperty('policyUnread');
    });

  it('is the options’ again once the policy was seen without it', async () => {
    const { config, PATIENCE } = await fresh();
    await config.saveConnection({ clientId: OWN, tenant: 'own.example' });
    // What `notePolicy` leaves after the policy was taken away.
    await local.set({ policySince: {} });
    holdBack();
    expect(await settled(config.connection(), PATIENCE)).toMatchObject({ value: { clientId: OWN } });
  });

  it('draws a page at once all the same, before and after the time is over', async () => {
    const { config, connectionWithin, policyWithin, PATIENCE } = await fresh();
    await config.saveConnection({ clientId: OWN, tenant: 'own.example' });
    holdBack();
    const page = () => settled(Promise.all([connectionWithin(200), policyWithin(200)]), 200);
    const drawn = { value: [{ clientId: OWN }, null] };
    expect(await page()).toMatchObject(drawn);
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(await page()).toMatchObject(drawn);
  });
});
