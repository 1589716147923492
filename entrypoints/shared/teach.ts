import { browser } from 'wxt/browser';
import { portalTab, runOnPage } from '../../utils/adapters/browser/page-script.ts';
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
