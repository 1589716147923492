import { browser } from 'wxt/browser';
import type { MessageName } from '../../model/messages.ts';
import { CONTENT_SCRIPT_MAY_SEND } from '../../model/messages.ts';

/** The members of `runtime.MessageSender` that decide. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly tab?: unknown;
}

function isPortal(url: URL): boolean {
  return url.protocol === 'https:' && (url.hostname === 'zoom.us' || url.hostname.endsWith('.zoom.us'));
}

/**
 * Whether this sender may send this message: our own pages everything, our content scripts on the portal their two names,
 * anybody else nothing. The browser fills in the sender; a page cannot.
 */
export function maySend(name: MessageName, sender: Sender): boolean {
  if (sender.id !== browser.runtime.id || sender.url === undefined || !URL.canParse(sender.url)) return false;
  const from = new URL(sender.url);
  const home = new URL(browser.runtime.getURL('/'));
  // Not `origin`: outside http it is "null" in some engines, and two nulls are not a home.
  if (from.protocol === home.protocol && from.host === home.host) return true;
  return sender.tab !== undefined && isPortal(from) && CONTENT_SCRIPT_MAY_SEND.includes(name);
}
