import { browser } from 'wxt/browser';
import { adminConsentUrl, auditMessage } from '../../../utils/checks/index.ts';
import { SCOPES } from '../../../utils/model/scopes.ts';
import type { Message, Say } from '../../../utils/model/words.ts';
import { copy, send, told } from '../../shared/acts.ts';
import type { Stored } from '../../shared/load.ts';

/** Reads Entra; what comes of it stands in the facts, so only a worker out of reach has something to say here. */
export const runAudit = (signIns: boolean): Promise<Message | null> =>
  told(async () => {
    await send('audit/run', { signIns });
    return null;
  });

/** Says that an app is Zoom's, or takes it back, and reads by it, after the reading under way if there is one. */
export const chooseApp = (appId: string, chosen: boolean): Promise<Message | null> =>
  told(async () => {
    await send('audit/choose-app', { appId, chosen });
    await send('audit/run', {});
    return null;
  });

function request({ facts, connection }: Stored) {
  const tenantId = facts['microsoft/account']?.value.tenantId;
  const run = facts['entra/run']?.value;
  const error = run?.state === 'refused' ? run.error : undefined;
  return {
    config: connection,
    redirectUri: browser.identity.getRedirectURL(),
    scopes: SCOPES.audit,
    ...(tenantId === undefined ? {} : { tenantId }),
    ...(error === undefined ? {} : { code: error.raw ?? error.code }),
  };
}

/** Entra's page where an admin approves the audit's permissions; `null` without a client id. */
export const approvalPage = (stored: Stored): string | null => adminConsentUrl(request(stored));

/** The message for an admin, into the clipboard. */
export const copyAuditMessage = (stored: Stored, say: Say): Promise<Message | null> =>
  told(() => copy(auditMessage(request(stored), say)));
