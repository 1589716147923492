import { browser } from 'wxt/browser';
import type { ErasePort } from '../../model/ports.ts';
import { giveEverythingBack } from './given.ts';

/** What the browser keeps for us beside the database. */
export const erase: ErasePort = {
  async everything() {
    await browser.storage.local.clear();
    await browser.storage.session.clear();
    await browser.alarms.clearAll();
    await giveEverythingBack();
  },
};
