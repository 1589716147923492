import { beforeEach, describe, expect, it } from 'vitest';
import { createStage, setting } from './guidance-stage.ts';

let on: ReturnType<typeof createStage>;
beforeEach(() => {
  on = createStage();
});

describe('what the worker knows', () => {
  it('is waited for before the first note, so that a hidden one never flashes', async () => {
    on.session.scan();
    expect(on.keys()).toEqual([]);
    await on.answer({ hidden: ['ews-retirement@account'] });
    expect(on.scenes.flatMap(({ settings }) => settings.flatMap(({ notes }) => notes))).toEqual([]);
  });

  it('is asked once for a page as it stands, however often it is looked at', async () => {
    on.session.scan();
    await on.answer();
    on.session.scan();
    on.session.scan();
    expect(on.asks.map(({ question }) => question)).toEqual([
      {
        page: 'account-settings',
        settings: [{ id: 'authorize-with', value: 'ews', lock: 'unlocked' }],
      },
    ]);
    on.see(setting('authorize-with', 'graph'));
    on.world.page = { ...on.world.page, page: 'group-settings' };
    on.session.scan();
    expect(on.asks.slice(1).map(({ question }) => question.page)).toEqual([
      'account-settings',
      'group-settings',
    ]);
  });

  it('is asked one question at a time, and then the latest', async () => {
    on.session.scan();
    on.see(setting('authorize-with', 'graph'));
    on.see(setting('authorize-with', 'unknown'));
    on.see(setting('authorize-with', 'graph'));
    expect(on.asks).toHaveLength(1);
    await on.answer();
    expect(on.asks.map(({ question }) => question.settings[0]?.value)).toEqual(['ews', 'graph']);
    expect(on.last()?.settings[0]?.notes[0]?.kind).toBe('pass');
  });

  it('of a page that has changed holds for a second without an answer, and no longer', async () => {
    on.session.scan();
    await on.answer();
    on.see(setting('authorize-with', 'graph'));
    on.time.pass(999);
    expect(on.keys()).toEqual(['ews-retirement@account']);
    on.time.pass(1);
    expect(on.keys()).toEqual([]);
    await on.answer();
    expect(on.last()?.settings[0]?.notes[0]?.kind).toBe('pass');
    on.time.pass(60_000);
    expect(on.keys()).toEqual(['ews-retirement@account']);
  });

  it('is asked for again after growing waits when the worker refuses, and in the end no more', async () => {
    on.session.scan();
    for (const seconds of [1, 4, 16, 64]) {
      on.asks.at(-1)?.reject(new Error('no worker'));
      await Promise.resolve();
      await Promise.resolve();
      const before = on.asks.length;
      on.session.scan();
      on.time.pass(seconds * 1_000 - 1);
      expect(on.asks).toHaveLength(before);
      on.time.pass(1);
      expect(on.asks).toHaveLength(before + 1);
    }
    on.asks.at(-1)?.reject(new Error('no worker'));
    await Promise.resolve();
    await Promise.resolve();
    on.time.pass(3_600_000);
    on.session.scan();
    expect([on.asks.length, on.keys()]).toEqual([5, []]);
    // Another question is worth another try.
    on.see(setting('authorize-with', 'graph'));
    expect(on.asks).toHaveLength(6);
  });

  it('of a page already left changes nothing', async () => {
    on.session.scan();
    const [first] = on.asks;
    on.world.page = { ...on.world.page, page: 'group-settings' };
    on.session.scan();
    if (first) first.resolve(on.contextOf(first.question));
    await new Promise((resolve) => setImmediate(resolve));
    expect(on.keys()).toEqual([]);
    await on.answer();
    expect(on.keys()).toEqual(['ews-retirement@group']);
  });
});
