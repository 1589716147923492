import { beforeEach, describe, expect, it } from 'vitest';
import { beginTeaching, type Question, type TeachAnswers } from '../../../utils/app/teach-session.ts';
import type { PageExtras } from '../../../utils/model/page-hook.ts';
import type { PortalSnapshot, SettingId, TaughtLocator } from '../../../utils/model/settings.ts';

const NOW = 1_000;
const pointable = (title: string, ...suited: SettingId[]) => ({
  element: title,
  title,
  suits: (setting: SettingId) => suited.includes(setting),
  locator: (setting: SettingId, page: TaughtLocator['page'], now: number): TaughtLocator => ({
    setting,
    page,
    path: ['div'],
    words: title,
    shape: 's',
    tab: 't',
    taughtAt: now,
  }),
});
const PAGE = {
  page: 'user-settings',
  recognition: 'unrecognised',
  recognised: 0,
  expected: 1,
  look: 'new',
  settings: [],
} as const satisfies PortalSnapshot<string>;

let told: PageExtras[];
/** The worker's word on each answer. */
let keeps: (extras: PageExtras) => Promise<boolean>;
let asked: Question<string>[];
let ended: number[];
let answers: TeachAnswers<string>;
let closed: number;
beforeEach(() => {
  [told, asked, ended, closed] = [[], [], [], 0];
  keeps = () => Promise.resolve(true);
});

const begin = (snapshot: PortalSnapshot<string> | null, ...all: ReturnType<typeof pointable>[]) =>
  beginTeaching<string>({
    hook: { snapshot: () => snapshot, tell: (extras) => (told.push(extras), keeps(extras)) },
    pointables: (known) => all.filter(({ element }) => !known.includes(element)),
    clock: { now: () => NOW },
    view: (given) => {
      answers = given;
      return {
        ask: (question) => asked.push(question),
        end: (count) => ended.push(count),
        close: () => {
          closed += 1;
        },
      };
    },
  });

/** An answer, and what the worker says to it. */
async function choose(one: ReturnType<typeof pointable>): Promise<void> {
  answers.choose(one);
  await Promise.resolve();
}

const BOTH = ['third-party-integration', 'two-way-sync', 'reconnect-reminders'] as const;

describe('teaching', () => {
  it('asks of each missing setting that something on the page could be, and tells what is chosen', async () => {
    const [one, two] = [pointable('one', ...BOTH), pointable('two', 'two-way-sync')];
    begin(PAGE, one, two);
    expect(asked.at(-1)).toMatchObject({
      setting: 'third-party-integration',
      number: 1,
      of: 3,
      taught: null,
    });
    await choose(one);
    expect(told).toEqual([{ taught: [one.locator('third-party-integration', 'user-settings', NOW)] }]);
    expect(asked.at(-1)).toMatchObject({ setting: 'two-way-sync', number: 2, taught: 'one' });
    expect(asked.at(-1)?.candidates.map(({ title }) => title)).toEqual(['two']);
    await choose(two);
    // Nothing is left that the third could be.
    expect(ended).toEqual([2]);
  });

  it('tells nothing of what was skipped, and ends when asked to', () => {
    const end = begin(PAGE, pointable('one', ...BOTH));
    answers.skip();
    answers.skip();
    expect(asked.map(({ setting }) => setting)).toEqual(BOTH);
    end?.();
    answers.stop();
    expect(closed).toBe(2);
    expect(told).toEqual([]);
  });

  it('counts what was kept alone: what the worker refused is noted nowhere, and may be pointed at again', async () => {
    const [one, two] = [pointable('one', ...BOTH), pointable('two', ...BOTH)];
    begin(PAGE, one, two);
    keeps = () => Promise.resolve(false);
    await choose(one);
    expect(asked.at(-1)).toMatchObject({ number: 2, taught: null, candidates: [one, two] });
    keeps = () => Promise.resolve(true);
    await choose(one);
    answers.skip();
    expect(ended).toEqual([1]);
  });

  it('takes no other answer while one is on its way, and asks no more once it was stopped', async () => {
    const one = pointable('one', ...BOTH);
    begin(PAGE, one, pointable('two', ...BOTH));
    answers.choose(one);
    answers.choose(one);
    answers.skip();
    expect([told.length, asked.length]).toEqual([1, 1]);
    answers.stop();
    await Promise.resolve();
    expect([closed, asked.length, ended]).toEqual([1, 1, []]);
  });

  it('does not ask of what is recognised, nor offer its control', () => {
    const known = {
      id: 'two-way-sync',
      value: 'on',
      lock: 'unlocked',
      how: 'label',
      element: 'one',
      control: 'x',
    };
    begin({ ...PAGE, settings: [known as never] }, pointable('one', ...BOTH), pointable('two', ...BOTH));
    expect(asked[0]?.of).toBe(2);
    expect(asked[0]?.candidates.map(({ title }) => title)).toEqual(['two']);
  });

  it('does not begin where nothing can be asked', () => {
    expect(begin(null, pointable('one', ...BOTH))).toBeNull();
    expect(begin({ ...PAGE, page: null }, pointable('one', ...BOTH))).toBeNull();
    expect(begin({ ...PAGE, page: 'profile' }, pointable('one', ...BOTH))).toBeNull();
    expect(begin(PAGE, pointable('one', 'permissions'))).toBeNull();
    expect(asked).toEqual([]);
  });
});
