import { render } from 'preact';
import { Words } from '../../components/words.tsx';
import { onSignInWindow } from '../../utils/adapters/auth/window-mark.ts';
import { onChange } from '../../utils/adapters/browser/changes.ts';
import { config } from '../../utils/adapters/browser/config.ts';
import { createBrowserSay, uiLocale } from '../../utils/adapters/browser/i18n.ts';
import { MINUTE } from '../../utils/core/clock.ts';
import { findingsOf } from '../shared/findings.ts';
import { judge } from '../shared/judged.ts';
import { load, type Stored } from '../shared/load.ts';
import { createRetry } from '../shared/retry.ts';
import { Unreadable } from '../shared/unreadable.tsx';
import { App } from './app.tsx';
import { sectionAsked } from './sections.ts';
import { reader } from './store.ts';

const say = createBrowserSay();
document.documentElement.lang = uiLocale();
document.title = `Syncline – ${say({ key: 'workbench_title' })}`;

async function start(root: HTMLElement): Promise<void> {
  const read = (): Promise<Stored | null> => load(reader(), Date.now()).catch(() => null);
  let stored = await read();
  const draw = () => {
    const now = Date.now();
    render(
      <Words value={{ say, now }}>
        {stored ? (
          <App
            section={sectionAsked(location.hash)}
            stored={stored}
            judged={judge(stored, now, navigator.onLine, findingsOf)}
          />
        ) : (
          <Unreadable />
        )}
      </Words>,
      root,
    );
  };
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
  setInterval(draw, MINUTE);
  addEventListener('hashchange', draw);
  addEventListener('online', draw);
  addEventListener('offline', draw);
}

const root = document.querySelector<HTMLElement>('.wb');
if (root) void start(root);
