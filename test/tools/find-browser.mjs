import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'],
  darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/opt/homebrew/bin/chromium'],
  win32: ['C:\\Program Files\\Chromium\\Application\\chrome.exe'],
};

/** Path of a Chromium that loads unpacked extensions from a flag, or null. `SYNCLINE_BROWSER` wins. */
export function findBrowser() {
  const named = process.env['SYNCLINE_BROWSER'];
  if (named) return existsSync(named) ? named : null;
  return (PLACES[process.platform] ?? []).find((path) => existsSync(path)) ?? null;
}

/**
 * Installs Debian's chromium, with its languages (the French run needs them), when this is root on Debian.
 * @returns whether a browser is there afterwards
 */
export function installBrowser(say) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return false;
  say('Installing Chromium (apt-get install chromium chromium-l10n) …');
  const quiet = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  spawnSync(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'chromium-l10n', 'fonts-noto-core'],
    quiet,
  );
  return findBrowser() !== null;
}
