import { browser } from 'wxt/browser';
import { toNotifyRecord } from '../../model/notify.ts';
import type { NotificationPort, NotifyStore } from '../../model/ports.ts';

/** One notice at a time: a later one takes the place of the one before. */
const ID = 'health';
const KEY = 'notify';
const PERMISSION = { permissions: ['notifications'] } as const;

const asked = () => ({ permissions: [...PERMISSION.permissions] });

/** The browser's notifications. The permission is the person's switch: asked for on a click, given back on another. */
export const notifications: NotificationPort = {
  allowed: () => browser.permissions.contains(asked()),
  async show({ title, message, context }) {
    await browser.notifications.create(ID, {
      type: 'basic',
      iconUrl: new URL('icon/128.png', browser.runtime.getURL('/')).href,
      title,
      message,
      ...(import.meta.env.FIREFOX ? {} : { contextMessage: context }),
    });
  },
  async clear() {
    // Without the permission there is nothing to clear, and no such object.
    await browser.notifications?.clear(ID);
  },
};

/** Asks for the permission. Call it first thing in a click: after an `await` browsers no longer see one. */
export const askToNotify = (): Promise<boolean> => browser.permissions.request(asked());

/** Gives the permission back. */
export async function stopNotifying(): Promise<void> {
  await notifications.clear();
  await browser.permissions.remove(asked());
}

/** Opens the workbench when the notice is clicked. Register at once; once more when the permission has just been given. */
export function onNoticeClicked(open: () => void): void {
  const clicked = (id: string) => {
    if (id !== ID) return;
    void notifications.clear();
    open();
  };
  // The very same listener: browsers add one only once, however often the permission is given.
  const register = () => browser.notifications?.onClicked.addListener(clicked);
  register();
  browser.permissions.onAdded.addListener(({ permissions }) => {
    if (permissions?.includes('notifications')) register();
  });
}

/** What is kept of a trouble between two lives of the worker. */
export const notifyStore: NotifyStore = {
  read: async () => toNotifyRecord((await browser.storage.local.get(KEY))[KEY]),
  write: (record) =>
    record === null ? browser.storage.local.remove(KEY) : browser.storage.local.set({ [KEY]: record }),
};
