import { browser } from 'wxt/browser';
import { SynclineError } from '../../core/errors.ts';
import { whileWindowIsOpen } from './window-mark.ts';

/** Entra may show a script page before it redirects; without these the flow gives up at the first page load (Chrome 113 on). */
const PATIENT = { abortOnLoadForNonInteractive: false, timeoutMsForNonInteractive: 10_000 };

/**
 * The browser's own sign-in window.
 *
 * @param interactive false: no window is shown; the page must redirect by itself within 10 s
 * @returns the address it came back to, with the answer in its fragment (a refusal of Entra too)
 * @throws SynclineError `sign-in-cancelled`, `sign-in-needed`, `offline` or `sign-in-window`
 */
export async function webAuthFlow(url: string, interactive: boolean): Promise<string> {
  let landed: string | undefined;
  try {
    const launch = () =>
      browser.identity.launchWebAuthFlow({
        url,
        interactive,
        // Firefox rejects members it does not know.
        ...(!interactive && import.meta.env.CHROME ? PATIENT : {}),
      });
    landed = await (interactive ? whileWindowIsOpen(launch) : launch());
  } catch (error) {
    throw translate(error);
  }
  if (landed === undefined)
    throw new SynclineError({ code: 'sign-in-cancelled', who: 'cancelled' }, 'the window gave no address');
  return landed;
}

/** Wordings of Chromium 156 and Firefox ESR 153, tried 2026-11-23; the API has no codes. */
function translate(error: unknown): SynclineError {
  const text = error instanceof Error ? error.message : '';
  const options = { cause: error };
  if (/did not approve|cancelled or denied/i.test(text))
    return new SynclineError(
      { code: 'sign-in-cancelled', who: 'cancelled' },
      'the window was closed',
      options,
    );
  if (/interaction required|requires user interaction/i.test(text))
    return new SynclineError({ code: 'sign-in-needed', who: 'person' }, 'a person is needed', options);
  if (/could not be loaded/i.test(text))
    return new SynclineError({ code: 'offline', who: 'wait' }, 'the sign-in page did not load', options);
  return new SynclineError({ code: 'sign-in-window', who: 'bug' }, 'the sign-in window failed', options);
}
