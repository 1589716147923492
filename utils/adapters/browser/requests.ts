import { isCloud } from '../../model/clouds.ts';
import { isClientId } from '../../model/connection.ts';
import { parseLocators } from '../../model/taught.ts';
import type { MessageMap, MessageName } from '../../model/messages.ts';
import { isBaselineProfile } from '../../model/policy.ts';
import { isRecord, toGuidanceRequest, toObservation } from '../../model/observation-guard.ts';

type Request<Name extends MessageName> = MessageMap[Name]['request'];
/** The payload built anew of what we know of it; null when it has not the shape of its message. */
type Reader<Name extends MessageName> = (given: unknown) => { readonly request: Request<Name> } | null;

const nothing = (given: unknown) => (given === undefined || given === null ? { request: undefined } : null);

const orNull = <Value>(request: Value | null) => (request === null ? null : { request });

const connectionForm: Reader<'config/save'> = (given) => {
  if (!isRecord(given)) return null;
  const { clientId, tenant, cloud } = given;
  if (clientId !== null && !(typeof clientId === 'string' && clientId.length <= 100)) return null;
  if (typeof tenant !== 'string' || tenant.length > 260) return null;
  if (cloud !== undefined && !isCloud(cloud)) return null;
  return { request: { clientId, tenant, ...(cloud === undefined ? {} : { cloud }) } };
};

const auditForm: Reader<'audit/run'> = (given) => {
  if (!isRecord(given)) return null;
  const { signIns } = given;
  if (signIns === undefined) return { request: {} };
  return typeof signIns === 'boolean' ? { request: { signIns } } : null;
};

const appChoice: Reader<'audit/choose-app'> = (given) => {
  if (!isRecord(given)) return null;
  const { appId, chosen } = given;
  if (typeof appId !== 'string' || !isClientId(appId) || typeof chosen !== 'boolean') return null;
  return { request: { appId: appId.toLowerCase(), chosen } };
};

const taughtChange: Reader<'taught/change'> = (given) => {
  if (!isRecord(given)) return null;
  const [forget, add] = [given['forget'], given['add']].map((list) => parseLocators(list ?? []));
  if (!forget || !add || forget.refused.length > 0 || add.refused.length > 0) return null;
  return {
    request: {
      forget: forget.locators,
      add: add.locators,
      ...(given['dismiss'] === true ? { dismiss: true } : {}),
    },
  };
};

const ruleBooks: Reader<'baselines/choose'> = (given) => {
  const profiles: unknown = isRecord(given) ? given['profiles'] : null;
  if (!Array.isArray(profiles) || !profiles.every(isBaselineProfile)) return null;
  return { request: { profiles } };
};

const noteKey: Reader<'notes/show'> = (given) => {
  const key = isRecord(given) ? given['key'] : undefined;
  return typeof key === 'string' && key.length <= 120 ? { request: { key } } : null;
};

/** How each message is read; a name that is not here does not exist. */
const READERS: { readonly [Name in MessageName]: Reader<Name> } = {
  'portal/observed': (given) => orNull(toObservation(given)),
  'guidance/context': (given) => orNull(toGuidanceRequest(given)),
  'auth/sign-in': nothing,
  'auth/choose-account': nothing,
  'auth/grant-calendar': nothing,
  'auth/sign-out': nothing,
  'sync/now': nothing,
  'sync/confirm-shrink': nothing,
  'audit/run': auditForm,
  'audit/choose-app': appChoice,
  'config/get': nothing,
  'config/save': connectionForm,
  'taught/change': taughtChange,
  'notes/show-all': nothing,
  'notes/show': noteKey,
  'baselines/choose': ruleBooks,
  'data/delete-everything': nothing,
};

/** A message as it may be handed on; null when its name does not exist or its payload has not its shape. */
export function readRequest(
  name: unknown,
  given: unknown,
): { readonly name: MessageName; readonly request: unknown } | null {
  if (typeof name !== 'string' || !Object.hasOwn(READERS, name)) return null;
  const known = name as MessageName;
  const read = READERS[known](given);
  return read && { name: known, request: read.request };
}
