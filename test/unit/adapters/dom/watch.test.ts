// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchLocation, watchTouches } from '../../../../utils/adapters/dom/index.ts';

let end: AbortController;
beforeEach(() => {
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

describe('the address', () => {
  it('is told when a router pushes a state, once a change', () => {
    vi.useFakeTimers();
    let told = 0;
    watchLocation(window, () => (told += 1), end.signal);
    history.pushState(null, '', '#/a');
    vi.advanceTimersByTime(3_000);
    expect(told).toBe(1);
  });

  it('is told at once on a change of the fragment, and not after the end', () => {
    vi.useFakeTimers();
    let told = 0;
    watchLocation(window, () => (told += 1), end.signal);
    history.replaceState(null, '', '#/b');
    window.dispatchEvent(new Event('hashchange'));
    expect(told).toBe(1);
    end.abort();
    history.replaceState(null, '', '#/c');
    window.dispatchEvent(new Event('popstate'));
    vi.advanceTimersByTime(3_000);
    expect([told, vi.getTimerCount()]).toEqual([1, 0]);
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
