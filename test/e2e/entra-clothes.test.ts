import { afterEach, describe, expect, it } from 'vitest';
import { ENDED, picture, violations } from '../browser/audit.ts';
import {
  CLEAN,
  passMicrosoft,
  type Scene,
  setUpConnection,
  startScene,
  windowAfter,
} from '../browser/scene.ts';
import { storeUntil } from '../browser/store.ts';
import { ADMIN } from '../sim/world/index.ts';

let scene: Scene;
afterEach(async () => {
  expect(await scene.end()).toEqual(CLEAN);
});

describe.each([
  { name: 'dark', browser: { colorScheme: 'dark' }, width: 1280 },
  { name: 'french', browser: { language: 'fr' }, width: 1280 },
  { name: 'japanese', browser: { language: 'ja' }, width: 1280 },
  { name: 'german-narrow', browser: { language: 'de' }, width: 320 },
  { name: 'forced colours', browser: { forcedColors: 'active' }, width: 1280 },
] as const)('in other clothes: $name', ({ name, browser, width }) => {
  it('reads the same, fits, and axe finds nothing', async () => {
    scene = await startScene({ browser, tenant: { consentPolicy: 'managed' } });
    await setUpConnection(scene);
    const page = await scene.chrome.open('workbench.html#apps');
    await page.setViewportSize({ width, height: 900 });
    const run = page.locator('.hello .btn.main');
    await picture(page, `${name} before`);
    await passMicrosoft(await windowAfter(scene.chrome, () => run.click()), ADMIN);
    await storeUntil(page, ENDED);
    await page.locator('.perms tbody tr').nth(3).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await picture(page, `${name} after`);
  });
});
