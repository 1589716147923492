import { browser } from 'wxt/browser';
import type { MessageName } from '../../model/messages.ts';
import { CONTENT_SCRIPT_MAY_SEND } from '../../model/messages.ts';
import { isPortalAddress } from '../../model/portal-hosts.ts';

/** The members of `runtime.MessageSender` that decide. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly tab?: unknown;
  readonly frameId?: number | undefined;
}

/**
 * Whether this sender may send this message: our own pages everything, our content scripts in the main frame of a portal page
 * their two names, anybody else nothing. The browser fills in the sender; a page cannot.
 */
export function maySend(name: MessageName, sender: Sender): boolean {
  if (sender.id !== browser.runtime.id || sender.url === undefined || !URL.canParse(sender.url)) return false;
  const from = new URL(sender.url);
  const home = new URL(browser.runtime.getURL('/'));
  // Not `origin`: outside http it is "null" in some engines, and two nulls are not a home.
  if (from.protocol === home.protocol && from.host === home.host) return true;
  return (
    sender.tab !== undefined &&
    sender.frameId === 0 &&
    isPortalAddress(from) &&
    CONTENT_SCRIPT_MAY_SEND.includes(name)
  );
}
