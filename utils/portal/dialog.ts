import type { SettingId } from '../model/settings.ts';
import { isOwn, type Root } from './dom/tree.ts';
import { isOpen } from './dom/visible.ts';
import { TITLES } from './labels/index.ts';
import { ACT_WORDS } from './labels/words.ts';
import { normalise } from './normal.ts';

export type DialogAct = keyof typeof ACT_WORDS;

/** An open dialog of the portal. */
export interface PortalDialog {
  readonly element: Element;
  /** The footer with the buttons; a note belongs before it. `null` when there are no buttons. */
  readonly insertBefore: Element | null;
  readonly buttons: readonly Element[];
  /** The setting its title names; absent when it names none, or two that differ. */
  readonly titleSetting?: SettingId;
  /** What its confirming button does; `null` when no button says so. */
  readonly act: DialogAct | null;
}

const DIALOGS = 'dialog[open],[role=dialog],[role=alertdialog],.zm-dialog,.zoom-dialog';

const CONTENT = '#the-main-content,#app,main';

/** Dialogs are appended to the body, outside the content (portal.md 5.2), so the content itself is not searched. */
function openDialogs(root: Root): Element[] {
  const top = root.nodeType === 9 ? (root as Document).body : root;
  return [...(top?.children ?? [])].flatMap((child) => {
    if (isOwn(child) || child.matches(CONTENT) || child.querySelector(CONTENT)) return [];
    const inside = [...child.querySelectorAll(DIALOGS)];
    return (child.matches(DIALOGS) ? [child, ...inside] : inside).filter(isOpen);
  });
}

function actOf(buttons: readonly Element[]): DialogAct | null {
  for (const button of buttons.toReversed()) {
    const name = normalise(button.textContent ?? '');
    for (const [act, words] of Object.entries(ACT_WORDS)) {
      if ((words as readonly string[]).includes(name)) return act as DialogAct;
    }
  }
  return null;
}

function titleOf(dialog: Element): string {
  const labelled = dialog.getAttribute('aria-labelledby');
  const title =
    (labelled ? dialog.querySelector(`[id="${labelled.replace(/["\\]/g, '')}"]`) : null) ??
    dialog.querySelector('h1,h2,h3,h4,[role=heading],[class*="dialog__title"]') ??
    dialog.querySelector('[class*="title"],[class*="header"]');
  return `${title?.textContent ?? ''} ${dialog.getAttribute('aria-label') ?? ''}`;
}

/** The setting named in a title: the longest label in it, if all labels in it that are no part of that one agree. */
function settingIn(title: string): SettingId | undefined {
  const text = normalise(title);
  const labels = [...TITLES.keys()]
    .filter((label) => text.includes(label))
    .sort((a, b) => b.length - a.length);
  const longest = labels[0];
  if (longest === undefined) return undefined;
  const ids = new Set(
    labels
      .filter((label) => label === longest || !longest.includes(label))
      .map((label) => TITLES.get(label)?.id),
  );
  return ids.size === 1 ? TITLES.get(longest)?.id : undefined;
}

/**
 * The portal's open dialog, the last one when several are open; null when none is.
 * Its explanatory wording is not public, so only title and buttons are read.
 */
export function readDialog(root: Root): PortalDialog | null {
  const element = openDialogs(root).at(-1);
  if (!element) return null;
  const buttons = [...element.querySelectorAll('button,[role=button]')].filter(
    (button) => (button.textContent ?? '').trim() !== '' && isOpen(button),
  );
  const last = buttons.at(-1);
  let insertBefore: Element | null = element.querySelector('[class*="footer"],footer');
  if (!insertBefore && last) {
    insertBefore = last.parentElement === element ? last : last.parentElement;
  }
  const titleSetting = settingIn(titleOf(element));
  return { element, insertBefore, buttons, ...(titleSetting && { titleSetting }), act: actOf(buttons) };
}
