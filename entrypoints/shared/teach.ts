import { browser } from 'wxt/browser';
import { portalTab, runOnPage } from '../../utils/adapters/browser/page-script.ts';
import type { FactBook } from '../../utils/model/facts.ts';
import { isStale } from '../../utils/model/facts.ts';
import { toPageAnswer } from '../../utils/model/teach-order.ts';
import { copy, type Told } from './acts.ts';

/** Copies the outline of the portal page in front, or of the one used last, and says how much of it is recognised. */
export async function copyOutline(): Promise<Told> {
  const answer = toPageAnswer(await runOnPage(await portalTab(), 'teach', { act: 'outline' }));
  if (answer.kind !== 'outline') return { key: 'teach_not_read' };
  const { text, recognised, expected } = answer;
  const copied = await copy(text);
  if (copied?.key !== 'popup_copied') return copied;
  return {
    key: 'teach_copied',
    params: { count: { key: 'teach_recognised', params: { recognised, expected } } },
  };
}

/**
 * Begins the questions on the portal page in front, or on the one used last.
 *
 * @returns `null` when they have begun there; else why not
 */
export async function teachOnPage(): Promise<Told> {
  const tab = await portalTab();
  const { kind } = toPageAnswer(await runOnPage(tab, 'teach', { act: 'teach' }));
  if (kind !== 'teaching') return { key: kind === 'nothing-to-teach' ? 'teach_nothing' : 'teach_not_read' };
  await browser.tabs.update(tab, { active: true });
  return null;
}

/** The settings page seen last of which only a part was recognised; `null` when there is none. */
export function partlyRead(
  facts: FactBook,
  now: number,
): { readonly recognised: number; readonly expected: number; readonly seenAt: number } | null {
  const pages = (['portal/account', 'portal/group', 'portal/user'] as const).flatMap((key) => {
    const fact = facts[key];
    if (!fact || isStale(fact, now) || fact.value.recognition !== 'recognised') return [];
    const { recognised, expected } = fact.value;
    return recognised < expected ? [{ recognised, expected, seenAt: fact.observedAt }] : [];
  });
  return pages.toSorted((a, b) => b.seenAt - a.seenAt)[0] ?? null;
}
