// The door of `npm start` and `npm test` on a fresh clone: plain JavaScript, no dependency, any Node from 20 on.
// It installs what is missing and hands over to `npm run <script>`, which runs on the Node pinned in package.json.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser, installBrowser } from './find-browser.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [script, ...rest] = process.argv.slice(2);
const env = { ...process.env, WXT_TELEMETRY: '0', npm_config_update_notifier: 'false' };

function say(line) {
  process.stdout.write(`${line}\n`);
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  return status ?? 1;
}

function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.syncline-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('Installing packages (npm ci) …');
  const status = run('npm', ['ci', '--loglevel=error']);
  if (status !== 0) {
    say('npm ci failed: the lines above say why. It needs to reach your package registry.');
    process.exit(status);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

function checkNode() {
  const pinned = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  const own = Number(process.versions.node.split('.')[0]);
  if (existsSync(pinned) || own >= 22) return;
  say(
    `This platform (${process.platform} ${process.arch}) has no pinned Node, and yours is ${process.version}. Install Node 22 or later.`,
  );
  process.exit(1);
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  say(`Node 20 or later is needed; this is ${process.version}.`);
  process.exit(1);
}
installPackages();
checkNode();
if (!findBrowser() && !installBrowser(say)) {
  say(
    'No Chromium was found. Install one (Debian: apt-get install chromium chromium-l10n; macOS: brew install chromium)',
  );
  say(
    'or name one: SYNCLINE_BROWSER=/path/to/chromium npm test. Branded Chrome no longer loads unpacked extensions from a flag.',
  );
  process.exit(1);
}
process.exit(run('npm', ['run', '--silent', script, '--', ...rest]));
