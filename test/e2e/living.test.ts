import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT_SETTINGS, notesOn, notesSettled, PORTAL } from '../browser/portal.ts';
import { CLEAN, type Scene, startScene } from '../browser/scene.ts';

const HOST = 'syncline-note';

describe('notes on a page that lives', () => {
  let scene: Scene;
  let page: Page;
  beforeAll(async () => {
    scene = await startScene();
    page = await scene.chrome.context.newPage();
  });
  afterAll(async () => {
    expect(await scene.end()).toEqual(CLEAN);
  });
  const look = async (query = '', least = 6) => {
    await page.goto(`${PORTAL}${ACCOUNT_SETTINGS}${query}`);
    return (await notesSettled(page, least)).map(({ name }) => name);
  };
  /** Notes whose row is not the one they belong to, or that reach out of it. */
  const astray = () =>
    page.locator(HOST).evaluateAll(
      (hosts) =>
        hosts.filter((host) => {
          const row = host.parentElement as Element;
          const [inner, outer] = [host, row].map((one) => one.getBoundingClientRect()) as [DOMRect, DOMRect];
          const inside = inner.left >= outer.left - 1 && inner.right <= outer.right + 1;
          return !inside || inner.top < outer.top || inner.bottom > outer.bottom + 1;
        }).length,
    );

  it('come with rows that load only when they are scrolled to', async () => {
    const all = await look();
    await page.goto(`${PORTAL}${ACCOUNT_SETTINGS}&lazy=1`);
    await notesSettled(page, 1);
    const rows = page.locator('.lazy-component');
    for (let at = 0; at < (await rows.count()); at += 1) await rows.nth(at).scrollIntoViewIfNeeded();
    await expect.poll(async () => (await notesOn(page)).map(({ name }) => name)).toEqual(all);
  });

  it('move to one panel when the page throws them out, and back beside their settings on a page that does not', async () => {
    const calm = await look();
    await page.goto(`${PORTAL}${ACCOUNT_SETTINGS}&rerender=strip-foreign`);
    const panel = page.locator(`body > ${HOST}[data-note=floating]`);
    await panel.locator('aside').waitFor();
    const floating = (await notesSettled(page, 2)).map(({ name }) => name);
    expect(calm).toEqual(expect.arrayContaining(floating));
    expect(await panel.locator(HOST).count()).toBe(floating.length);
    // The page's own controls are still the page's.
    await page.getByRole('switch').first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect((await look()).length).toBe(calm.length);
    expect(await panel.count()).toBe(0);
  });

  it('stay with their settings when a banner pushes the page down, and when it goes', async () => {
    const calm = await look();
    await page.goto(`${PORTAL}${ACCOUNT_SETTINGS}&banner=1`);
    await notesSettled(page, 6);
    const first = page.locator(HOST).first();
    const gap = () =>
      first.evaluate(
        (host) =>
          host.getBoundingClientRect().top - (host.parentElement as Element).getBoundingClientRect().top,
      );
    await page.locator('.fe-popups-banner').waitFor();
    const before = await gap();
    await page.locator('.fe-popups-banner button').click();
    expect(await gap()).toBe(before);
    expect(await astray()).toBe(0);
    expect((await notesSettled(page, 6)).map(({ name }) => name)).toEqual(calm);
  });

  it('are not drawn into a tab that is kept on the page and not shown', async () => {
    const calm = await look();
    const section = page.locator('.setting-section').first();
    await section.evaluate((one) => {
      const kept = one.cloneNode(true) as HTMLElement;
      for (const note of kept.querySelectorAll('syncline-note')) note.remove();
      kept.style.display = 'none';
      kept.className = 'kept';
      one.before(kept);
    });
    await expect
      .poll(async () => (await notesSettled(page, 6)).map(({ name }) => name).toSorted())
      .toEqual(calm.toSorted());
    expect(await page.locator(`.kept ${HOST}`).count()).toBe(0);
    const tab = page.locator('#the-main-content');
    await tab.evaluate((one) => {
      for (const section of one.querySelectorAll<HTMLElement>('.setting-section')) section.hidden = true;
    });
    await expect.poll(() => page.locator(HOST).count()).toBe(0);
    await tab.evaluate((one) => {
      for (const section of one.querySelectorAll<HTMLElement>('.setting-section')) section.hidden = false;
    });
    await expect.poll(async () => (await notesOn(page)).length).toBe(calm.length);
  });

  it.each([
    ['zoomed to 200 %', 640, 450, 2],
    ['320 px wide', 320, 640, 2],
  ])('fit a window %s', async (_, width, height, deviceScaleFactor) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor,
      mobile: false,
    });
    await look();
    const overflow = await page.locator(HOST).evaluateAll((hosts) => {
      const wide = () => document.documentElement.scrollWidth;
      const withNotes = wide();
      for (const host of hosts) host.toggleAttribute('hidden', true);
      const without = wide();
      for (const host of hosts) host.toggleAttribute('hidden', false);
      return withNotes - without;
    });
    expect(overflow).toBe(0);
    expect(await astray()).toBe(0);
    await page.getByRole('button', { name: /^Lock/ }).first().focus();
    const panel = page.getByRole('note', { name: /^Before you lock/ });
    const box = await panel.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true);
    await session.detach();
  });

  it('stand in a page that runs from right to left, and read from left to right themselves', async () => {
    await look();
    await page.evaluate("document.documentElement.dir = 'rtl'");
    expect(await astray()).toBe(0);
    const directions = await page
      .locator(`${HOST} .note`)
      .evaluateAll((notes) => notes.map((note) => getComputedStyle(note).direction));
    expect(new Set(directions)).toEqual(new Set(['ltr']));
    await page.getByRole('button', { name: /^Lock/ }).first().focus();
    const box = await page.getByRole('note', { name: /^Before you lock/ }).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 1280).toBe(true);
  });

  it('turn dark with a page that another extension darkens, and light again with it', async () => {
    await look();
    const schemes = async () => [
      ...new Set(
        await page
          .locator(`${HOST} .note`)
          .evaluateAll((notes) => notes.map((note) => getComputedStyle(note).colorScheme)),
      ),
    ];
    expect(await schemes()).toEqual(['light']);
    // As such extensions do: a sheet of colours for everything, and a mark on the root.
    const sheet = await page.addStyleTag({
      content:
        'html, body, body :not(syncline-note) { background-color: #181a1b !important; color: #e8e6e3 !important }',
    });
    await page.evaluate("document.documentElement.setAttribute('data-theme', 'dark')");
    await expect.poll(schemes).toEqual(['dark']);
    await sheet.evaluate((one) => (one as Element).remove());
    await page.evaluate("document.documentElement.removeAttribute('data-theme')");
    await expect.poll(schemes).toEqual(['light']);
    // An inverting filter turns notes and page alike.
    await page.evaluate("document.documentElement.style.filter = 'invert(1) hue-rotate(180deg)'");
    expect(await schemes()).toEqual(['light']);
  });

  it('never move the control a person is at', async () => {
    await look('&confirm=0');
    const control = page.getByRole('switch', { name: /^Ask users to integrate Office 365/ });
    await control.scrollIntoViewIfNeeded();
    const place = async () => (await control.boundingBox())?.y;
    const before = [await place(), (await notesOn(page)).length] as const;
    for (const state of ['true', 'false']) {
      await control.click();
      await page.waitForFunction(
        ([name, wanted]) =>
          document.querySelector(`[role=switch][aria-label^="${name}"]`)?.getAttribute('aria-checked') ===
          wanted,
        ['Ask users to integrate Office 365', state] as const,
      );
      await notesSettled(page, 5);
      expect(await place()).toBe(before[0]);
    }
    expect((await notesOn(page)).length).toBe(before[1]);
    scene.world.portal.reset({});
  });

  it('are read out after the control they speak of, and before the next one', async () => {
    await look();
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    await session.detach();
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const spoken = (id: string): string[] => {
      const { ignored, role, name, childIds = [] } = byId.get(id) ?? {};
      const own = !ignored && ['switch', 'note'].includes(String(role?.value));
      return [...(own ? [`${role?.value} ${name?.value}`] : []), ...childIds.flatMap(spoken)];
    };
    const order = spoken(nodes[0]?.nodeId ?? '');
    const at = (start: string) => order.findIndex((one) => one.startsWith(start));
    const control = at('switch Ask users to integrate Office 365');
    const note = order.findIndex((one) => /^note .*Nobody is asked to connect/.test(one));
    expect(control).toBeGreaterThan(-1);
    expect(note).toBe(control + 1);
    const wrong = await page.locator(`:not(${HOST}) > ${HOST}`).evaluateAll(
      (hosts) =>
        hosts.filter((host) => {
          const controls = host.parentElement?.querySelectorAll(
            'input,[role=switch],[role=radio],[role=combobox]',
          );
          return [...(controls ?? [])].some(
            (one) => !(one.compareDocumentPosition(host) & Node.DOCUMENT_POSITION_FOLLOWING),
          );
        }).length,
    );
    expect(wrong).toBe(0);
  });
});
