import type { Page } from 'playwright-core';

/**
 * Lets time pass for what is stored: every moment in the database moves so far into the past. The browser's own clock cannot be set
 * in a worker; to what reads a store by its age the two are the same.
 */
export async function letPass(page: Page, ms: number): Promise<void> {
  await page.evaluate(async (by) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((good, bad) => {
        request.addEventListener('success', () => good(request.result));
        request.addEventListener('error', () => bad(request.error ?? new Error('no reason given')));
      });
    /** No count of ours comes near a moment of this century. */
    const earlier = (value: unknown): unknown => {
      if (typeof value === 'number') return value > 1e12 ? value - by : value;
      if (Array.isArray(value)) return value.map(earlier);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, earlier(member)]));
    };
    const database = await done(indexedDB.open('syncline'));
    try {
      const stores = ['sync', 'events', 'runs', 'facts'];
      const tx = database.transaction(stores, 'readwrite');
      for (const name of stores) {
        const store = tx.objectStore(name);
        const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
        for (const [at, value] of values.entries()) {
          const row = earlier(value);
          store.put(row, ...(store.keyPath === null ? [keys[at] as IDBValidKey] : []));
        }
      }
      await new Promise((good) => tx.addEventListener('complete', good));
    } finally {
      database.close();
    }
  }, ms);
}

/** The round an alarm begins, now; it wakes the background, dead or not. */
export async function ringAlarm(page: Page): Promise<void> {
  await page.evaluate("chrome.alarms.create('sync', { when: Date.now() })");
}

/** Waits for the toolbar button to bear this text; what it bore last is in the error. */
export async function badgeUntil(page: Page, text: string, limit = 15_000): Promise<void> {
  const deadline = performance.now() + limit;
  for (;;) {
    const shown = await page.evaluate('chrome.action.getBadgeText({})');
    if (shown === text) return;
    if (performance.now() > deadline) throw new Error(`The badge says "${String(shown)}", not "${text}"`);
    await page.waitForTimeout(100);
  }
}
