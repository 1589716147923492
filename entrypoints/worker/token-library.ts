import type { openMsal } from '../../utils/adapters/auth/msal.ts';
import { lateScript } from '../../utils/adapters/browser/late-script.ts';
import type { graphGet } from '../../utils/adapters/graph/client.ts';

interface TokenLibrary {
  readonly openMsal: typeof openMsal;
  readonly graphGet: typeof graphGet;
}

/** MSAL and the Graph client, when a token is first needed; Firefox's event page cannot import late and carries both. */
export async function tokenLibrary(): Promise<TokenLibrary> {
  if (import.meta.env.FIREFOX)
    return {
      ...(await import('../../utils/adapters/auth/msal.ts')),
      ...(await import('../../utils/adapters/graph/client.ts')),
    };
  return lateScript('/token-lib.js', 'synclineTokenLibrary') as TokenLibrary;
}
