import { browser } from 'wxt/browser';
import { createSay } from '../../core/say.ts';
import type { Say } from '../../model/words.ts';

// The typed overloads of the wrapper know no catalogue: ours is written by a build hook.
const lookup = (key: string): string => (browser.i18n.getMessage as (name: string) => string)(key);

/** BCP 47 tag of the catalogue the browser chose. */
export function uiLocale(): string {
  return lookup('app_locale') || 'en';
}

/** Writes messages in the reader's language, with the catalogue the browser chose. */
export function createBrowserSay(): Say {
  return createSay(lookup, uiLocale());
}
