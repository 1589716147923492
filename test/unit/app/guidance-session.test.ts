import { beforeEach, describe, expect, it } from 'vitest';
import type { TaughtLocator } from '../../../utils/model/settings.ts';
import { createStage, setting } from './guidance-stage.ts';

let on: ReturnType<typeof createStage>;
beforeEach(() => {
  on = createStage();
});

describe('what was seen', () => {
  it('is told half a second after it settled, without elements', async () => {
    on.session.scan();
    on.time.pass(300);
    on.see(setting('authorize-with', 'graph'));
    on.time.pass(499);
    expect(on.observed).toEqual([]);
    on.time.pass(1);
    expect(on.observed).toEqual([
      {
        page: 'account-settings',
        recognition: 'recognised',
        recognised: 1,
        expected: 1,
        settings: [{ id: 'authorize-with', value: 'graph', lock: 'unlocked' }],
      },
    ]);
  });

  it('is told once while it stays the same, and again when it changes and changes back', () => {
    for (const value of ['ews', 'ews', 'graph', 'graph', 'ews']) {
      on.see(setting('authorize-with', value));
      on.time.pass(600);
    }
    expect(on.observed.map(({ settings }) => settings[0]?.value)).toEqual(['ews', 'graph', 'ews']);
  });

  it('is told again at the next look when the worker did not take it', async () => {
    on.world.refuse = true;
    on.session.scan();
    on.time.pass(600);
    await new Promise((resolve) => setImmediate(resolve));
    on.world.refuse = false;
    on.session.scan();
    on.time.pass(600);
    expect(on.observed).toHaveLength(2);
  });

  it('has five seconds to be recognised before it is told as unrecognised', () => {
    on.world.page = { ...on.world.page, recognition: 'unrecognised', settings: [] };
    on.session.scan();
    on.time.pass(4_999);
    expect(on.observed).toEqual([]);
    on.time.pass(1);
    expect(on.observed[0]?.recognition).toBe('unrecognised');
  });

  it.each(['loading', 'signed-out'] as const)('is nothing on a page that is %s', (recognition) => {
    on.world.page = { ...on.world.page, recognition, settings: [] };
    on.session.scan();
    on.time.pass(60_000);
    expect(on.observed).toEqual([]);
    expect(on.keys()).toEqual([]);
  });

  it('is nothing on other pages, which are not even asked about', () => {
    // An empty list of meetings may be one that is still loading.
    for (const page of [null, 'meetings'] as const) {
      on.world.page = { ...on.world.page, page };
      on.session.scan();
    }
    on.time.pass(60_000);
    expect([on.observed, on.asks]).toEqual([[], []]);
  });
});

describe('a page that is left soon', () => {
  it('is told before it goes, once', () => {
    on.session.scan();
    on.session.leave();
    expect(on.observed).toHaveLength(1);
    on.time.pass(60_000);
    expect(on.observed).toHaveLength(1);
  });

  it('is not called unrecognised for having had no time', () => {
    on.world.page = { ...on.world.page, recognition: 'unrecognised', settings: [] };
    on.session.scan();
    on.session.leave();
    expect(on.observed).toEqual([]);
  });
});

describe('a page seen again on which nothing changed', () => {
  /** Whether the last two drawings were of one judgement. */
  const isSame = () => on.scenes.at(-1)?.settings === on.scenes.at(-2)?.settings;
  const trouble = (at: number) => ({
    'microsoft/trouble': {
      value: { error: { code: 'x', who: 'blocked' as const }, step: 'calendar' as const },
      source: 'microsoft-entra' as const,
      observedAt: at,
      goodFor: 3_600_000,
    },
  });
  beforeEach(async () => {
    on.session.scan();
    await on.answer();
    on.session.scan();
  });

  it('keeps its notes as they are', () => {
    expect([on.asks.length, isSame()]).toEqual([1, true]);
    expect(on.keys()).toEqual(['ews-retirement@account']);
  });

  it('has its notes placed anew when it was read anew, if only to the same values', () => {
    on.world.page = { ...on.world.page };
    on.session.scan();
    expect([on.asks.length, isSame()]).toEqual([1, false]);
  });

  it('still gets its dialog’s note', async () => {
    on.world.dialog = { element: 'd', insertBefore: null, titleSetting: 'authorize-with', act: 'turn-on' };
    on.session.scan();
    await on.answer();
    expect(on.last()?.dialog?.consequence.id).toBe('to-graph');
    expect(on.keys()).toEqual(['ews-retirement@account']);
  });

  it('says so where a person or the organisation found the control', () => {
    const by = (how: 'taught' | 'policy' | 'label') => {
      on.see({ ...setting('authorize-with', 'ews'), how });
      return on.last()?.settings[0]?.notes[0]?.seen?.key;
    };
    expect([by('label'), by('taught'), by('policy')]).toEqual([
      'note_seen_setting',
      'teach_by_person',
      'policy_by_label',
    ]);
  });

  it('tells an older age a minute later', async () => {
    on.world.page = {
      ...on.world.page,
      page: 'group-settings',
      settings: [setting('setup-method', 'oauth')],
    };
    on.session.scan();
    await on.answer({ facts: trouble(0) });
    const asked = on.asks.length;
    const seen = () =>
      on.last()?.settings[0]?.notes.find(({ key }) => key === 'admin-approval@group')?.seen?.params;
    const before = seen();
    on.time.pass(59_000);
    on.session.scan();
    expect([on.asks.length, seen()]).toEqual([asked, before]);
    on.time.pass(61_000);
    on.session.scan();
    await on.answer({ facts: trouble(0) });
    expect(on.asks.length).toBe(asked + 1);
    expect([before, seen()]).toEqual([
      { age: { key: 'age_now' } },
      { age: { key: 'age_minutes', params: { count: 2 } } },
    ]);
  });
});

describe('hiding a note', () => {
  it('takes it away at once and tells the worker', async () => {
    on.session.scan();
    await on.answer();
    on.session.hide('ews-retirement@account');
    expect(on.keys()).toEqual([]);
    expect(on.observed.at(-1)?.hide).toEqual(['ews-retirement@account']);
    on.time.pass(1_000);
    expect(on.observed.at(-1)?.hide).toBeUndefined();
  });

  it('lets the next one open as soon as the worker knows', async () => {
    on.see(setting('setup-method', 'oauth'));
    await on.answer();
    expect(on.keys()).toEqual(['admin-approval@account', 'oauth-lifetime@account']);
    on.session.hide('admin-approval@account');
    await on.answer({ hidden: ['admin-approval@account'] });
    expect(on.last()?.settings[0]?.notes.map(({ key, folded }) => [key, folded])).toEqual([
      ['oauth-lifetime@account', false],
    ]);
  });
});

describe('the end', () => {
  it('stops everything that waits', async () => {
    on.session.scan();
    on.end.abort();
    expect(on.time.waiting()).toBe(0);
    on.session.scan();
    on.time.pass(60_000);
    expect([on.keys(), on.observed]).toEqual([[], []]);
  });
});

describe('what people taught', () => {
  const locator: TaughtLocator = {
    setting: 'two-way-sync',
    page: 'account-settings',
    path: ['div'],
    words: 'a',
    shape: 'b',
    tab: 'c',
    taughtAt: 1,
  };

  it('is asked for on an unfamiliar page, and read with', async () => {
    on.world.page = { ...on.world.page, recognition: 'unrecognised', settings: [] };
    on.session.scan();
    expect(on.asks).toHaveLength(1);
    expect(on.rules).toEqual([{}]);
    await on.answer({ rules: { locators: [locator] } });
    expect(on.rules.at(-1)).toEqual({ locators: [locator] });
    // However long the next answer takes: without them the page would read as another.
    on.world.page = { ...on.world.page, recognition: 'recognised' };
    on.see(setting('two-way-sync', 'on'));
    on.time.pass(2_000);
    expect(on.rules.at(-1)).toEqual({ locators: [locator] });
  });

  it('is told to be missing only when the page has had time', () => {
    on.world.page = { ...on.world.page, misfits: [locator] };
    on.session.scan();
    on.time.pass(4_999);
    expect(on.observed).toEqual([]);
    on.time.pass(1);
    expect(on.observed.map(({ dropped }) => dropped)).toEqual([[locator]]);
  });

  it('is not told to be missing by somebody who leaves', () => {
    on.world.page = { ...on.world.page, misfits: [locator] };
    on.session.scan();
    on.session.leave();
    expect(on.observed.map(({ dropped }) => dropped)).toEqual([undefined]);
  });

  it('is asked for again once it was told, and what was known holds until then', async () => {
    on.session.scan();
    await on.answer();
    const drawn = on.keys();
    void on.session.tell({ taught: [locator] });
    await new Promise((resolve) => setImmediate(resolve));
    expect(on.observed.at(-1)?.taught).toEqual([locator]);
    expect(on.asks).toHaveLength(2);
    on.session.scan();
    expect(on.keys()).toEqual(drawn);
    await on.answer({ rules: { locators: [locator] } });
    expect(on.rules.at(-1)).toEqual({ locators: [locator] });
  });
});
