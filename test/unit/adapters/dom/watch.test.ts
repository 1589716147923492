// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attend, watchTouches } from '../../../../utils/adapters/dom/index.ts';

let end: AbortController;
beforeEach(() => {
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

describe('a visit', () => {
  const OURS = /#\/ours/;
  let told: string[];
  let others: string[];
  let alive: boolean;
  let spy: { readonly added: string[] };
  beforeEach(() => {
    vi.useFakeTimers();
    told = [];
    others = [];
    alive = true;
    history.replaceState(null, '', '#/else');
    const added: string[] = [];
    spy = { added };
    const add = window.addEventListener.bind(window);
    vi.spyOn(window, 'addEventListener').mockImplementation((type, listener, options) => {
      added.push(type);
      (options as { signal: AbortSignal }).signal.addEventListener('abort', () =>
        added.splice(added.indexOf(type), 1),
      );
      add(type, listener as EventListener, options);
    });
    attend({
      view: window,
      isOurs: (address) => OURS.test(address),
      elsewhere: (address) => others.push(new URL(address).hash),
      isAlive: () => alive,
      begin(signal) {
        told.push('begin');
        signal.addEventListener('abort', () => told.push('end'));
        return { moved: () => told.push('moved'), leave: () => told.push('leave') };
      },
    });
  });
  afterEach(() => {
    alive = false;
    vi.advanceTimersByTime(1_000);
    vi.restoreAllMocks();
  });
  const go = (hash: string, ms = 1_000) => {
    history.pushState(null, '', hash);
    vi.advanceTimersByTime(ms);
  };

  it('is none at an address that is not ours: no listener, one timer', () => {
    go('#/other');
    expect([told, spy.added, vi.getTimerCount()]).toEqual([[], [], 1]);
    expect(others).toEqual(['#/else', '#/other']);
  });

  it('begins, moves on and ends with the address, whatever way it changes', () => {
    go('#/ours');
    expect([told, spy.added]).toEqual([['begin'], ['hashchange', 'popstate']]);
    go('#/ours/next', 0);
    window.dispatchEvent(new Event('hashchange'));
    vi.advanceTimersByTime(3_000);
    expect(told).toEqual(['begin', 'moved']);
    go('#/else');
    expect([told, spy.added]).toEqual([['begin', 'moved', 'leave', 'end'], []]);
    go('#/ours');
    expect(told.at(-1)).toBe('begin');
    expect(others).toEqual(['#/else', '#/else']);
  });

  it('ends with the extension, and nothing waits any more', () => {
    go('#/ours');
    alive = false;
    vi.advanceTimersByTime(1_000);
    expect([told, spy.added, vi.getTimerCount()]).toEqual([['begin', 'end'], [], 0]);
  });
});

describe('touches', () => {
  it('are heard before the page hears them, and left as they are', () => {
    document.body.innerHTML = '<div id="row"><button>x</button></div>';
    const heard: string[] = [];
    const button = document.querySelector('button') as HTMLElement;
    button.addEventListener('click', (event) => heard.push(`page ${event.defaultPrevented}`));
    watchTouches(
      document,
      (path) => heard.push(`us ${path.includes(document.getElementById('row') as never)}`),
      end.signal,
    );
    button.click();
    expect(heard).toEqual(['us true', 'page false']);
  });

  it('on a note of ours are none', () => {
    document.body.innerHTML = '<div id="row"><syncline-note>x</syncline-note></div>';
    let told = 0;
    watchTouches(document, () => (told += 1), end.signal);
    document.querySelector<HTMLElement>('syncline-note')?.click();
    expect(told).toBe(0);
  });

  it.each([
    ['Enter', 1],
    [' ', 1],
    ['Tab', 0],
    ['a', 0],
  ])('by the key %j count %i', (key, count) => {
    let told = 0;
    watchTouches(document, () => (told += 1), end.signal);
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    expect(told).toBe(count);
  });
});
