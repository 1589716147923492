import { describe, expect, it } from 'vitest';
import type { PortalSnapshot, TaughtLocator } from '../../../utils/model/settings.ts';
import { createStage, setting } from './guidance-stage.ts';

/** An act alone: the worker keeps nothing of the page by it. */
const NO_LOOK = { recognition: 'loading', recognised: 0, expected: 0, settings: [] };
const TAUGHT: TaughtLocator = {
  setting: 'two-way-sync',
  page: 'user-settings',
  path: ['div'],
  words: 'w',
  shape: 's',
  tab: 't',
  taughtAt: 1,
};

describe('what the session offers to scripts loaded later', () => {
  it('gives every look to a listener until its own signal or the session ends', () => {
    const { session, see, end, world } = createStage();
    expect(session.snapshot()).toBeNull();
    const [first, second] = [new AbortController(), new AbortController()];
    const seen: PortalSnapshot<string>[][] = [[], []];
    session.subscribe((look) => seen[0]?.push(look), first.signal);
    session.subscribe((look) => seen[1]?.push(look), second.signal);
    see(setting('authorize-with', 'graph'));
    expect(session.snapshot()).toBe(world.page);
    first.abort();
    see(setting('authorize-with', 'ews'));
    end.abort();
    session.scan();
    expect(seen.map((looks) => looks.length)).toEqual([1, 2]);
    expect(seen[1]?.[1]).toBe(world.page);
  });

  it('tells the worker at once what a script says, on the page it is on', () => {
    const { session, see, observed } = createStage();
    void session.tell({ hide: ['too-early@account'] });
    expect(observed).toEqual([]);
    see(setting('authorize-with', 'graph'));
    void session.tell({ hide: ['a@account'] });
    expect(observed).toEqual([{ ...NO_LOOK, page: 'account-settings', hide: ['a@account'] }]);
  });

  it('tells an act as no new look when the session at the portal has ended since', () => {
    const { session, see, observed, time, world } = createStage();
    see(setting('authorize-with', 'graph'));
    time.pass(1_000);
    expect(observed.map(({ recognition }) => recognition)).toEqual(['recognised']);
    world.page = { ...world.page, recognition: 'signed-out', settings: [] };
    session.scan();
    void session.tell({ hide: ['a@account'] });
    expect(observed.at(-1)).toEqual({ ...NO_LOOK, page: 'account-settings', hide: ['a@account'] });
  });

  it('tells an act of the page one has moved to, though that page has shown nothing yet', () => {
    const { session, see, observed, world } = createStage();
    see(setting('authorize-with', 'graph'));
    world.page = { ...world.page, page: 'user-settings', recognition: 'loading', settings: [] };
    session.scan();
    void session.tell({ taught: [TAUGHT] });
    expect(observed.at(-1)).toEqual({ ...NO_LOOK, page: 'user-settings', taught: [TAUGHT] });
  });

  it('tells with an act neither a missing control nor an unknown page before they had time to show', () => {
    const { session, see, observed, time, world } = createStage();
    world.page = { ...world.page, recognition: 'unrecognised', misfits: [TAUGHT] };
    see();
    void session.tell({ hide: ['a@account'] });
    expect(observed).toEqual([{ ...NO_LOOK, page: 'account-settings', hide: ['a@account'] }]);
    time.pass(5_000);
    expect(observed.at(-1)).toMatchObject({ recognition: 'unrecognised', dropped: [TAUGHT] });
  });

  it('says whether the worker took it', async () => {
    const { session, see, world } = createStage();
    expect(await session.tell({ taught: [TAUGHT] })).toBe(false);
    see(setting('authorize-with', 'graph'));
    expect(await session.tell({ taught: [TAUGHT] })).toBe(true);
    world.refuse = true;
    expect(await session.tell({ taught: [TAUGHT] })).toBe(false);
  });
});
