import { render } from 'preact';
import { onSignInWindow } from '../../utils/adapters/auth/window-mark.ts';
import { onChange } from '../../utils/adapters/browser/changes.ts';
import { config } from '../../utils/adapters/browser/config.ts';
import { createBrowserSay, uiLocale } from '../../utils/adapters/browser/i18n.ts';
import { keepReader } from '../../utils/adapters/idb/index.ts';
import { Words } from '../../components/words.tsx';
import { MINUTE } from '../../utils/core/clock.ts';
import { act } from '../shared/acts.ts';
import { App } from './app.tsx';
import { findingsOf } from '../shared/findings.ts';
import { judge } from '../shared/judged.ts';
import { load, type Stored } from '../shared/load.ts';
import { createRetry } from '../shared/retry.ts';
import { Unreadable } from '../shared/unreadable.tsx';

// First of all: the store is slower to open than anything below.
const reader = keepReader();
/** `null`: could not be read, which is drawn as such and never as "nothing there". */
const read = (): Promise<Stored | null> => load(reader(), Date.now()).catch(() => null);
const first = read();

const say = createBrowserSay();
document.documentElement.lang = uiLocale();

async function start(root: HTMLElement): Promise<void> {
  let stored = await first;
  const draw = () => {
    const now = Date.now();
    const page = stored ? (
      <App stored={stored} judged={judge(stored, now, navigator.onLine, findingsOf)} />
    ) : (
      <Unreadable />
    );
    render(<Words value={{ say, now }}>{page}</Words>, root);
  };
  // The frame of the HTML has done its work.
  root.replaceChildren();
  draw();
  const again = async () => {
    stored = await read();
    draw();
    retry(!stored);
  };
  const retry = createRetry(again);
  retry(!stored);
  onChange(again);
  onSignInWindow(again);
  // The first draw may have gone without the policy: see `connectionWithin`.
  void config.connection().then(again, again);
  config.onChanged(again);
  // A round that was cut off goes on as soon as something wakes the worker; one that runs is joined, not doubled.
  if (stored?.sync?.state === 'fetching') void act('sync-now', stored, null, say);
  setInterval(draw, MINUTE);
  addEventListener('online', draw);
  addEventListener('offline', draw);
}

const root = document.querySelector('main');
if (root) void start(root);
