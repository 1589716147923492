// `npm start`: builds, starts the simulated world, and shows the extension in it. With a display the browser stays open for a
// person; without one (or with --tour) the tour walks by itself, prints what it saw, and writes pictures.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setUpConnection, startScene } from '../browser/scene.ts';
import { ACCOUNT_SETTINGS, PORTAL } from '../browser/portal.ts';
import { MAYA } from '../sim/world/index.ts';
import { walkTour } from './tour.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const say = (line: string) => void process.stdout.write(`${line}\n`);

function build(): void {
  const { status } = spawnSync('wxt', ['build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, WXT_TELEMETRY: '0' },
  });
  if (status !== 0) throw new Error('The build failed; the lines above say why.');
}

function hasDisplay(): boolean {
  if (process.env['CI']) return false;
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

async function stayOpen(): Promise<void> {
  const scene = await startScene({ browser: { headless: false } });
  await setUpConnection(scene);
  const [page = await scene.chrome.context.newPage()] = scene.chrome.context.pages();
  await page.goto(PORTAL + ACCOUNT_SETTINGS);
  say('');
  say('The browser is open on the annotated settings page of a simulated portal.');
  say(`Click Syncline in the toolbar and sign in as ${MAYA.username} with ${MAYA.password}`);
  say('Other shapes of the page: add &family=old, &generation=2 or &lang=fr to its address.');
  say('Close the browser window to end.');
  await scene.chrome.context.waitForEvent('close', { timeout: 0 });
  await scene.world.close();
}

say('Building …');
build();
if (hasDisplay() && !process.argv.includes('--tour')) await stayOpen();
else process.exitCode = await walkTour(say);
