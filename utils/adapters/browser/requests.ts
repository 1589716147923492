import type { MessageMap, MessageName } from '../../model/messages.ts';
import { isGuidanceRequest, isPortalObservation, isRecord } from '../../model/observation-guard.ts';

const nothing = (request: unknown): request is undefined => request === undefined || request === null;

function isConnectionForm(request: unknown): request is MessageMap['config/save']['request'] {
  return (
    isRecord(request) &&
    (request['clientId'] === null ||
      (typeof request['clientId'] === 'string' && request['clientId'].length <= 100)) &&
    typeof request['tenant'] === 'string' &&
    request['tenant'].length <= 260
  );
}

/** The shape each message must have; a name that is not here does not exist. */
const GUARDS: { readonly [Name in MessageName]: (request: unknown) => boolean } = {
  'portal/observed': isPortalObservation,
  'guidance/context': isGuidanceRequest,
  'auth/sign-in': nothing,
  'auth/grant-calendar': nothing,
  'auth/sign-out': nothing,
  'sync/now': nothing,
  'sync/confirm-shrink': nothing,
  'config/get': nothing,
  'config/save': isConnectionForm,
  'notes/show-all': nothing,
  'data/delete-everything': nothing,
};

/** Whether the name exists and the payload has its shape. */
export function isWellFormed(name: unknown, request: unknown): name is MessageName {
  return typeof name === 'string' && Object.hasOwn(GUARDS, name) && GUARDS[name as MessageName](request);
}
