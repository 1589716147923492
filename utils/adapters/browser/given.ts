import { browser } from 'wxt/browser';
import { CLOUD_IDS, graphOrigin } from '../../model/clouds.ts';
import { EXTRA_HOSTS } from '../../model/portal-hosts.ts';
import { followHosts } from './extra-hosts.ts';
import { notifications } from './notifications.ts';

/** Every permission somebody gave by a click: other clouds' hosts, further portal hosts with their scripts, notifications. */
export async function giveEverythingBack(): Promise<void> {
  await notifications.clear();
  await browser.permissions.remove({
    permissions: ['notifications'],
    origins: [
      ...CLOUD_IDS.filter((id) => id !== 'global').map(graphOrigin),
      ...Object.values(EXTRA_HOSTS).flat(),
    ],
  });
  await followHosts();
}
