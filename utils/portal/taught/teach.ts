import type { PageId, SettingId, TaughtLocator } from '../../model/settings.ts';
import { controlsOf } from '../dom/controls.ts';
import { commonAncestor, type Root } from '../dom/tree.ts';
import { createShown } from '../dom/visible.ts';
import { mainOf } from '../main.ts';
import { groupsOf, kindsOf } from './groups.ts';
import { printOf, tabOfPage, titleOfRow } from './shape.ts';

/** A control a person may point at. */
export interface Pointable {
  /** The row and its control: what to draw a frame round. */
  readonly element: Element;
  /** The row's title as the page shows it; for the person before the page only, never kept. */
  readonly title: string;
  /** Whether the setting can be drawn as a control of this kind. */
  suits(setting: SettingId): boolean;
  /** @param now ms since the epoch */
  locator(setting: SettingId, page: PageId, now: number): TaughtLocator;
}

/**
 * The controls of a page that can be told from all others, in reading order. What could not be found again for sure is left out.
 * @param known elements of settings that are recognised without help
 */
export function pointablesIn(root: Root, known: readonly Element[]): Pointable[] {
  const main = mainOf(root);
  const within = main ?? root;
  const isShown = createShown(main);
  const groups = groupsOf(controlsOf(within, 'all').controls, main).filter(
    ({ own }) =>
      own.every(({ host }) => isShown(host.parentElement ?? host)) &&
      !known.some((element) => own.some(({ host }) => element.contains(host))),
  );
  const printed = groups.flatMap((group) => {
    const print = printOf(group, groups, main);
    return print ? [{ group, print, id: JSON.stringify([print.path, print.words, print.shape]) }] : [];
  });
  const tab = tabOfPage(within);
  return printed.flatMap(({ group, print, id }): Pointable[] => {
    const { row, path, words, shape } = print;
    const title = titleOfRow(row, group).replace(/\s+/g, ' ').trim();
    const element = commonAncestor([row, ...group.own.map(({ host }) => host)]);
    if (title === '' || !element || printed.some((other) => other.id === id && other.group !== group))
      return [];
    return [
      {
        element,
        title,
        suits: (setting) => kindsOf(setting).includes(group.kind),
        locator: (setting, page, now) => ({ setting, page, path, words, shape, tab, taughtAt: now }),
      },
    ];
  });
}
