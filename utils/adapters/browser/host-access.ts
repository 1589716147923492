import { browser } from 'wxt/browser';
import type { CloudId } from '../../model/clouds.ts';
import { CLOUD_IDS, graphOrigin } from '../../model/clouds.ts';

/** The global cloud's host comes with the installation; the manifest names the others as optional. */
const isOptional = (cloud: CloudId) => cloud !== 'global';

/** Whether the browser lets us reach the cloud's Graph host. */
export async function mayReach(cloud: CloudId): Promise<boolean> {
  return !isOptional(cloud) || browser.permissions.contains({ origins: [graphOrigin(cloud)] });
}

/** Asks for the cloud's Graph host. Call it first thing in a click: after an `await` browsers no longer see one. */
export function askToReach(cloud: CloudId): Promise<boolean> {
  return isOptional(cloud)
    ? browser.permissions.request({ origins: [graphOrigin(cloud)] })
    : Promise.resolve(true);
}

/** Gives the hosts of every other cloud back. */
export async function keepOnly(cloud: CloudId): Promise<void> {
  const others = CLOUD_IDS.filter((id) => isOptional(id) && id !== cloud).map(graphOrigin);
  await browser.permissions.remove({ origins: others });
}
