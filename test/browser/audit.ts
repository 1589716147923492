import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { StoreContents } from './store.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PICTURES = process.env['SYNCLINE_PICTURES'];
/** Whether the last reading of Entra went to its end. */
export const ENDED = ({ facts }: StoreContents) =>
  (facts['entra/run']?.value as { state?: string } | undefined)?.state === 'ended';

/** The rows of the table as a reader meets them: verdict and permission. */
export const verdicts = (page: Page): Promise<string[]> =>
  page.locator('.perms tbody tr').evaluateAll((rows) =>
    rows.map((row) => {
      const text = (selector: string) => row.querySelector(selector)?.textContent?.trim() ?? '';
      return `${text('.word')} ${text('code')}`;
    }),
  );

/** What axe finds on the page, with the nodes that break its rules. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations: found } = await axe.run();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
}

/** A picture of the whole page, where the environment names a folder for them. */
export async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}
