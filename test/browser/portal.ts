import type { Page } from 'playwright-core';

export const PORTAL = 'https://zoom.us';
/** The same paths on an account's own cluster (portal.md 4.1). */
export const CLUSTER = 'https://us02web.zoom.us';
export const ACCOUNT_SETTINGS = '/account/setting?tab=zoomMailCalendar';
export const USER_SETTINGS = '/profile/setting?tab=zoomMailCalendar';
export const PROFILE = '/profile';

/** A note as a reader meets it. */
export interface SeenNote {
  /** Accessible name: "Kind: title" of a box, its sentence for a line. */
  readonly name: string;
  readonly kind: string;
  readonly text: string;
}

/** The notes now on the page, in reading order; shadow roots included. */
export async function notesOn(page: Page): Promise<SeenNote[]> {
  return page.evaluate(() => {
    const seen: { name: string; kind: string; text: string }[] = [];
    const walk = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        const host = element as HTMLElement & { shadowRoot: ShadowRoot | null };
        if (host.shadowRoot) walk(host.shadowRoot);
        if (element.getAttribute('role') !== 'note') continue;
        const tidy = (node: Element | null) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
        const name = element.getAttribute('aria-label') ?? tidy(element.querySelector('p'));
        seen.push({ name, kind: element.className, text: tidy(element) });
      }
    };
    walk(document);
    return seen;
  });
}

/**
 * The notes once the page and they have come to rest: content loaded, and the same notes at two looks, one scan (200 ms) and more apart.
 */
export async function notesSettled(page: Page, least = 1): Promise<SeenNote[]> {
  const deadline = performance.now() + 15_000;
  let before = '';
  for (;;) {
    const notes = await notesOn(page);
    const now = JSON.stringify(notes);
    if (notes.length >= least && now === before) return notes;
    if (performance.now() > deadline) throw new Error(`Notes did not settle; last seen: ${now}`);
    before = now;
    await page.waitForTimeout(300);
  }
}
