import { browser } from 'wxt/browser';
import { portalTab, runOnPage } from '../../utils/adapters/browser/page-script.ts';
import { entraView } from '../../utils/checks/index.ts';
import type { FactBook } from '../../utils/model/facts.ts';
import type { GuideKind } from '../../utils/model/guide.ts';

/** Whether a page of the portal is there to be guided on. */
export async function canGuide(): Promise<boolean> {
  return portalTab().then(
    () => true,
    () => false,
  );
}

/** When the audit of Entra saw both sides of consent match; none where it was not run, is too old, or found otherwise. */
function consentMatched(facts: FactBook): { readonly consentAt?: number } {
  const seen = facts['entra/consent'];
  const isMatch = entraView(facts, Date.now()).consent.tone === 'good';
  return seen && isMatch ? { consentAt: seen.observedAt } : {};
}

/** Starts a guide on the portal's page that is in front, or was last, and brings that page to the front. */
export async function startGuide(kind: GuideKind, facts: FactBook): Promise<null> {
  const tab = await portalTab();
  await runOnPage(tab, 'guide', { start: kind, ...consentMatched(facts) });
  await browser.tabs.update(tab, { active: true });
  return null;
}
