// `npm run pictures`: the pictures of the README, taken from the production build in the simulated world.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { connectByHand, openPopup } from '../browser/popup.ts';
import { ACCOUNT_SETTINGS, notesSettled, PORTAL, PROFILE, USER_SETTINGS } from '../browser/portal.ts';
import { setUpConnection, startScene } from '../browser/scene.ts';
import { storeUntil } from '../browser/store.ts';

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
mkdirSync(folder, { recursive: true });

const scene = await startScene({
  portal: {
    decoys: false,
    profile: 'connected',
    account: {
      values: { 'default-service': 'office365', 'authorize-with': 'ews', 'sso-prompt': 'first-sign-in' },
    },
  },
  browser: { viewport: { width: 1280, height: 1180 } },
});
await setUpConnection(scene);
const popup = await openPopup(scene);
await connectByHand(scene, popup);
const page = await scene.chrome.context.newPage();
for (const path of [PROFILE, USER_SETTINGS]) {
  await page.goto(PORTAL + path);
  await notesSettled(page);
}
await storeUntil(popup, ({ facts }) => Boolean(facts['portal/profile'] && facts['portal/user']));
await popup.getByRole('heading', { name: 'Healthy' }).waitFor();
await popup.screenshot({ path: `${folder}popup.png` });
await page.goto(PORTAL + ACCOUNT_SETTINGS);
await notesSettled(page, 4);
await page.screenshot({ path: `${folder}account.png` });
const workbench = await scene.chrome.open('workbench.html');
await workbench.locator('#findings').waitFor();
await workbench.screenshot({ path: `${folder}workbench.png` });
await scene.end();
