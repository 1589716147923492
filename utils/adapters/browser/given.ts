import { browser } from 'wxt/browser';
import { followHosts } from './extra-hosts.ts';
import { notifications } from './notifications.ts';

/** The members of a manifest that name what is asked for later. */
interface Optional {
  readonly optional_permissions?: string[];
  readonly optional_host_permissions?: string[];
}

/** Gives back every permission somebody gave by a click: other clouds' hosts, further portal hosts with their scripts, notifications. */
export async function giveEverythingBack(): Promise<void> {
  await notifications.clear();
  const { optional_permissions: permissions = [], optional_host_permissions: origins = [] } =
    browser.runtime.getManifest() as Optional;
  await browser.permissions.remove({ permissions: permissions as 'notifications'[], origins });
  await followHosts();
}
