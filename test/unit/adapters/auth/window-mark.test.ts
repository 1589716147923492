import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser } from '../browser/fake-browser.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('../browser/fake-browser.ts')).fakeBrowser }));

/** The module as a background that has just started has it. */
async function life() {
  vi.resetModules();
  return import('../../../../utils/adapters/auth/window-mark.ts');
}
/** A window that stays open until it is closed, with the mark already stored. */
async function opened(mark: Awaited<ReturnType<typeof life>>) {
  let resolve: (value: string) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const held = new Promise<string>((...ends) => {
    [resolve, reject] = ends;
  });
  let done: Promise<string> = held;
  await new Promise<void>((began) => {
    done = mark.whileWindowIsOpen(() => {
      began();
      return held;
    });
  });
  return { resolve, reject, done: () => done };
}

beforeEach(resetFakeBrowser);

describe('the mark of a sign-in window', () => {
  it('is there while the window is, and gone with it', async () => {
    const mark = await life();
    expect(await mark.signInWindow(Date.now())).toBeNull();
    const window = await opened(mark);
    expect(await mark.signInWindow(Date.now())).toBe('open');
    window.resolve('answer');
    expect(await window.done()).toBe('answer');
    expect(await mark.signInWindow(Date.now())).toBeNull();
  });

  it('is gone too when the window was closed or failed, and the failure passes through', async () => {
    const mark = await life();
    const window = await opened(mark);
    window.reject(new Error('closed'));
    await expect(window.done()).rejects.toThrow('closed');
    expect(await mark.signInWindow(Date.now())).toBeNull();
  });

  it('says left after half an hour, and when the clock was set back as far', async () => {
    const mark = await life();
    await opened(mark);
    const { at } = fakeBrowser.storage.session.data.get('signInWindow') as { at: number };
    expect(await mark.signInWindow(at + 30 * 60_000)).toBe('open');
    expect(await mark.signInWindow(at + 30 * 60_000 + 1)).toBe('left');
    expect(await mark.signInWindow(at - 30 * 60_000 - 1)).toBe('left');
  });

  it('is disowned by the next life of the background, never by its own', async () => {
    const first = await life();
    await opened(first);
    await first.disownWindow();
    expect(await first.signInWindow(Date.now())).toBe('open');
    const second = await life();
    expect(await second.signInWindow(Date.now())).toBe('open');
    await second.disownWindow();
    expect(await second.signInWindow(Date.now())).toBe('left');
  });

  it('is not made by disowning', async () => {
    await (await life()).disownWindow();
    expect(fakeBrowser.storage.session.data.size).toBe(0);
  });
});
