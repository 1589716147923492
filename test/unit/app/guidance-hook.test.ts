import { describe, expect, it } from 'vitest';
import type { PortalSnapshot } from '../../../utils/model/settings.ts';
import { createStage, setting } from './guidance-stage.ts';

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

  it('tells the worker what a script says together with what was last seen', () => {
    const { session, see, observed } = createStage();
    session.tell({ hide: ['too-early@account'] });
    expect(observed).toEqual([]);
    see(setting('authorize-with', 'graph'));
    session.tell({ hide: ['a@account'] });
    expect(observed.at(-1)).toMatchObject({ page: 'account-settings', hide: ['a@account'] });
  });
});
