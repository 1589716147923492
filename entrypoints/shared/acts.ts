import { browser } from 'wxt/browser';
import { MINUTE } from '../../utils/core/clock.ts';
import { createSender } from '../../utils/adapters/browser/sender.ts';
import { toErrorInfo } from '../../utils/core/errors.ts';
import { errorWords } from '../../utils/model/error-words.ts';
import type { HealthActionId } from '../../utils/model/health.ts';
import type { Message, Say } from '../../utils/model/words.ts';
import type { Stored } from './load.ts';

const ZOOM_PROFILE = 'https://zoom.us/profile';
/** What revokes what, by kind of client (microsoft.md C.4). */
const REVOCATION_TABLE =
  'https://learn.microsoft.com/entra/identity-platform/refresh-tokens#token-revocation';

/** A person, or a whole round, is awaited longer, ms. */
const LIMITS = {
  'auth/sign-in': 15 * MINUTE,
  'auth/choose-account': 15 * MINUTE,
  'auth/grant-calendar': 15 * MINUTE,
  // A person at Microsoft's window, then up to a few hundred requests.
  'audit/run': 30 * MINUTE,
  'sync/now': 2 * MINUTE,
  'sync/confirm-shrink': 2 * MINUTE,
} as const;

export const send = createSender(LIMITS);

/** What to tell of an act afterwards; `null`: the state says it. */
export type Told = Message | null;

export const openTab = async (url: string): Promise<Told> => {
  await browser.tabs.create({ url });
  return null;
};

export const openProfile = (): Promise<Told> => openTab(ZOOM_PROFILE);

/** Copies text; the browser may refuse, and then says so. */
export async function copy(text: string): Promise<Told> {
  try {
    await navigator.clipboard.writeText(text);
    return { key: 'popup_copied' };
  } catch (error) {
    if (error instanceof DOMException) return { key: 'popup_not_copied' };
    throw error;
  }
}

async function ask(
  name: 'auth/sign-in' | 'auth/choose-account' | 'auth/grant-calendar' | 'sync/now' | 'sync/confirm-shrink',
): Promise<Told> {
  const result = await send(name);
  return result.ok ? null : errorWords(result.error).sentence;
}

/** Does what a state's button promises. Never rejects: what went wrong is the sentence it gives. */
export async function act(id: HealthActionId, stored: Stored, code: string | null, say: Say): Promise<Told> {
  const { facts, connection } = stored;
  const tenantId = facts['microsoft/account']?.value.tenantId;
  const does: Record<HealthActionId, () => Promise<Told>> = {
    'sign-in': () => ask('auth/sign-in'),
    'choose-account': () => ask('auth/choose-account'),
    'grant-calendar': () => ask('auth/grant-calendar'),
    'sync-now': () => ask('sync/now'),
    'confirm-shrink': () => ask('sync/confirm-shrink'),
    'open-profile': openProfile,
    'open-table': () => openTab(REVOCATION_TABLE),
    'open-options': async () => {
      await browser.runtime.openOptionsPage();
      return null;
    },
    'copy-admin-message': async () => {
      const { adminMessage } = await import('./admin.ts');
      return copy(
        adminMessage(
          {
            config: connection,
            redirectUri: browser.identity.getRedirectURL(),
            code,
            ...(tenantId === undefined ? {} : { tenantId }),
          },
          say,
        ),
      );
    },
  };
  return told(does[id]);
}

/** Runs an act and puts its failure into words. */
export async function told(work: () => Promise<Told>): Promise<Told> {
  try {
    return await work();
  } catch (error) {
    return errorWords(toErrorInfo(error)).sentence;
  }
}
