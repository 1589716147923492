// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { observePortal } from '../../../utils/portal/index.ts';

/** A clock and timers that stand still until told. */
function bench() {
  let now = 1_000;
  let waiting: { run: () => void; at: number } | null = null;
  let scans = 0;
  const end = new AbortController();
  observePortal(document.body, {
    clock: { monotonic: () => now },
    schedule: (run, delay) => {
      expect(waiting).toBeNull();
      waiting = { run, at: now + delay };
      return () => (waiting = null);
    },
    onScan: () => (scans += 1),
    signal: end.signal,
  });
  return {
    end,
    scans: () => scans,
    pending: () => (waiting === null ? null : waiting.at - now),
    /** Lets observers run, then moves time; a timer that is due runs. */
    pass: async (ms: number) => {
      await settled();
      now += ms;
      if (waiting !== null && waiting.at <= now) {
        const { run } = waiting;
        waiting = null;
        run();
      }
    },
  };
}

/** Resolves after observers of earlier changes have run: records are delivered in order. */
async function settled(): Promise<void> {
  await window.happyDOM?.waitUntilComplete();
}

declare global {
  interface Window {
    happyDOM?: { waitUntilComplete(): Promise<void> };
  }
}

beforeEach(() => {
  document.body.replaceChildren();
});

const add = (name = 'p', to: Element = document.body) => to.appendChild(document.createElement(name));

describe('observePortal', () => {
  test('starts with no scan and makes one of a burst of changes', async () => {
    const { scans, pass, pending } = bench();
    await pass(500);
    expect([scans(), pending()]).toEqual([0, null]);
    for (let at = 0; at < 50; at += 1) add();
    await pass(0);
    expect(pending()).toBe(50);
    await pass(50);
    expect([scans(), pending()]).toEqual([1, null]);
  });

  test('never scans more often than every 200 ms', async () => {
    const { scans, pass } = bench();
    for (let at = 0; at < 100; at += 1) {
      add();
      await pass(20);
    }
    expect(scans()).toBeLessThanOrEqual(11);
    expect(scans()).toBeGreaterThanOrEqual(8);
  });

  test('a page is not observed while a scan is due, and is again after it, even after one that failed', async () => {
    let due: (() => void) | null = null;
    let fails = false;
    const observed: boolean[] = [];
    class Counted extends MutationObserver {
      override observe(target: Node, how?: MutationObserverInit): void {
        observed.push(true);
        super.observe(target, how);
      }
      override disconnect(): void {
        observed.push(false);
        super.disconnect();
      }
    }
    vi.stubGlobal('MutationObserver', Counted);
    const end = new AbortController();
    observePortal(document.body, {
      clock: { monotonic: () => 0 },
      schedule: (run) => {
        due = run;
        return () => (due = null);
      },
      onScan: () => {
        if (fails) throw new TypeError('a page that breaks the DOM');
      },
      signal: end.signal,
    });
    add();
    await settled();
    expect([observed, due !== null]).toEqual([[true, false], true]);
    fails = true;
    expect(() => due?.()).toThrow(TypeError);
    expect(observed).toEqual([true, false, true]);
    end.abort();
    expect(observed.at(-1)).toBe(false);
    vi.unstubAllGlobals();
  });

  test('own nodes are ignored, coming, going and changing', async () => {
    const { scans, pass, pending } = bench();
    const note = add('syncline-note');
    await pass(100);
    note.setAttribute('class', 'switch');
    note.setAttribute('hidden', '');
    await pass(100);
    note.remove();
    await pass(100);
    expect([scans(), pending()]).toEqual([0, null]);
  });

  test('state tells by attribute, by class of a control, and by a change event', async () => {
    const { scans, pass } = bench();
    const control = add('div');
    control.setAttribute('class', 'zm-switch');
    await pass(50);
    const start = scans();
    control.setAttribute('aria-checked', 'true');
    await pass(200);
    control.setAttribute('class', 'zm-switch is-checked');
    await pass(200);
    control.dispatchEvent(new Event('change', { bubbles: true }));
    await pass(200);
    expect(scans() - start).toBe(3);
  });

  test('hover classes and data of anything else cost nothing', async () => {
    const box = add('div');
    const { pass, pending } = bench();
    box.setAttribute('class', 'card is-hovered');
    box.setAttribute('data-x', '1');
    box.setAttribute('style', 'color: red');
    await pass(0);
    expect(pending()).toBeNull();
  });

  test('ends with the signal, also what was under way', async () => {
    const { end, scans, pass, pending } = bench();
    add();
    await pass(0);
    expect(pending()).toBe(50);
    end.abort();
    expect(pending()).toBeNull();
    add().dispatchEvent(new Event('change', { bubbles: true }));
    await pass(500);
    expect([scans(), pending()]).toEqual([0, null]);
  });
});
