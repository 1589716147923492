import { browser } from 'wxt/browser';
import { portalTab, runOnPage } from '../../utils/adapters/browser/page-script.ts';
import type { GuideKind } from '../../utils/model/guide.ts';

/** Whether a page of the portal is there to be guided on. */
export async function canGuide(): Promise<boolean> {
  return portalTab().then(
    () => true,
    () => false,
  );
}

/** Starts a guide on the portal's page that is in front, or was last, and brings that page to the front. */
export async function startGuide(kind: GuideKind): Promise<null> {
  const tab = await portalTab();
  await runOnPage(tab, 'guide', { start: kind });
  await browser.tabs.update(tab, { active: true });
  return null;
}
