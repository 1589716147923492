import type { Cursor, ReadMode } from '../model/calendar.ts';
import { trusted } from './cloud.ts';
import { firstLink } from './request.ts';
import { windowFor } from './window.ts';

/** Raised whenever the rows a page gives change: the next round then fills a new generation. */
export const PARSER_VERSION = 3;

/** A cursor before a round's first page. */
export function freshCursor(now: number, mode: ReadMode, account: string, cloud: string): Cursor {
  const window = windowFor(now, mode);
  return {
    link: firstLink(cloud, window, mode),
    kind: 'next',
    window,
    parserVersion: PARSER_VERSION,
    account,
    cloud,
  };
}

/** Whether the cursor was made by this parser for this account and cloud, and its link may carry a token. */
export function cursorFits(
  cursor: Cursor | undefined,
  account: string | undefined,
  cloud: string,
): cursor is Cursor {
  return (
    cursor !== undefined &&
    cursor.parserVersion === PARSER_VERSION &&
    cursor.account === account &&
    cursor.cloud === cloud &&
    trusted(cursor.link, cloud)
  );
}
