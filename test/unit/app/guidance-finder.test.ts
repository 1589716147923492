import { beforeEach, describe, expect, it } from 'vitest';
import { createStage } from './guidance-stage.ts';

let on: ReturnType<typeof createStage>;
const asked = () => on.observed.filter(({ lacks }) => lacks).length;
const look = (lacks: boolean) => {
  on.world.page = { ...on.world.page, settings: [], recognition: 'loading', ...(lacks ? { lacks } : {}) };
  if (!lacks) delete (on.world.page as { lacks?: true }).lacks;
  on.session.scan();
};
beforeEach(() => {
  on = createStage();
});

describe('the finder of what was pointed out, where a page lacks it', () => {
  it('is asked for at once, as an act that is no look at the page', () => {
    look(true);
    expect(on.observed).toEqual([
      {
        page: 'account-settings',
        recognition: 'loading',
        recognised: 0,
        expected: 0,
        settings: [],
        lacks: 'taught',
      },
    ]);
  });

  it('is asked for once, however often the page is looked at before it can have come', () => {
    look(true);
    look(true);
    on.time.pass(4_999);
    look(true);
    expect(asked()).toBe(1);
  });

  it('is asked for again every five seconds, five times in all', () => {
    look(true);
    for (const times of [2, 3, 4, 5]) {
      on.time.pass(4_999);
      expect(asked()).toBe(times - 1);
      on.time.pass(1);
      expect(asked()).toBe(times);
    }
    on.time.pass(3_600_000);
    look(true);
    expect(asked()).toBe(5);
  });

  it('is asked for anew by a page that lacks it after one that did not', () => {
    look(true);
    look(false);
    look(true);
    expect(asked()).toBe(2);
  });

  it('is waited for no longer when the script leaves', () => {
    look(true);
    on.end.abort();
    expect(on.time.waiting()).toBe(0);
  });
});
