import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HOUR, MINUTE } from '../../../utils/core/clock.ts';
import type { ErrorInfo } from '../../../utils/core/errors.ts';
import { build, fail, freshScene, scene } from './auth-scene.ts';

beforeEach(freshScene);

describe('the two dates', () => {
  const sessions = async (body: unknown) => {
    scene.me = (select) => (select.startsWith('mail') ? {} : body);
    await build().service.signIn();
    return scene.facts.book()['microsoft/sessions'];
  };

  it('that Microsoft has not are null', async () => {
    expect((await sessions({ lastPasswordChangeDateTime: null }))?.value).toEqual({
      passwordChangedAt: null,
      sessionsValidFrom: null,
    });
  });

  it('that make no sense are no fact', async () => {
    expect(await sessions({ lastPasswordChangeDateTime: 'yesterday' })).toBeUndefined();
    expect(await sessions('<html>')).toBeUndefined();
  });

  it('hide when Microsoft refuses them, and stay when it is only busy', async () => {
    const { service } = build();
    await service.signIn();
    const before = scene.facts.book()['microsoft/sessions'];
    const person = scene.me;
    const dates = (info: ErrorInfo) => {
      scene.me = (select) => {
        if (select.startsWith('mail')) return person(select);
        throw fail(info);
      };
    };
    scene.now += 2 * HOUR;
    dates({ code: 'http-503', who: 'wait' });
    await service.refreshSignals();
    expect(scene.facts.book()['microsoft/sessions']).toEqual(before);
    scene.now += 2 * HOUR;
    dates({ code: 'Authorization_RequestDenied', who: 'blocked' });
    await service.refreshSignals();
    expect(scene.facts.book()['microsoft/sessions']).toBeUndefined();
    expect(scene.facts.book()['microsoft/person']?.observedAt).toBe(scene.now);
  });

  it('are read again after an hour, not before, and by nobody signed out', async () => {
    const { service } = build();
    const asked = vi.fn(scene.me);
    scene.me = asked;
    await service.refreshSignals();
    expect(asked).not.toHaveBeenCalled();
    await service.signIn();
    asked.mockClear();
    scene.now += 59 * MINUTE;
    await service.refreshSignals();
    expect(asked).not.toHaveBeenCalled();
    scene.now += MINUTE;
    await service.refreshSignals();
    expect(asked).toHaveBeenCalledTimes(2);
  });
});

describe('silent tokens of the sync', () => {
  it('leave trouble when refused, and take it away when given', async () => {
    const { service, watched } = build();
    await service.signIn();
    scene.refusal.calendar = { code: 'AADSTS50173', who: 'person', raw: 'AADSTS50173' };
    const calendar = () => watched.token(['Calendars.ReadBasic'], { interactive: false });
    await expect(calendar()).rejects.toThrow('AADSTS50173');
    expect(scene.facts.book()['microsoft/trouble']?.value).toEqual({
      error: scene.refusal.calendar,
      step: 'silent',
    });
    await watched.token(['User.Read'], { interactive: false });
    expect(scene.facts.book()['microsoft/trouble']).toBeDefined();
    delete scene.refusal.calendar;
    await calendar();
    expect(scene.facts.book()['microsoft/trouble']).toBeUndefined();
  });

  it('leave none when only time is needed, or nobody is signed in', async () => {
    const { service, watched } = build();
    const calendar = () => watched.token(['Calendars.ReadBasic'], { interactive: false });
    await expect(calendar()).rejects.toThrow('sign-in-needed');
    await service.signIn();
    scene.refusal.calendar = { code: 'offline', who: 'wait' };
    await expect(calendar()).rejects.toThrow('offline');
    expect(scene.facts.book()['microsoft/trouble']).toBeUndefined();
  });
});
