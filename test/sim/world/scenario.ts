import type { EntraApp, EntraScenario, EntraTenant, EntraUser } from '../entra/index.ts';
import type { GraphScenario } from '../graph/index.ts';
import type { PortalScenario } from '../portal/index.ts';

const DAY = 86_400_000;

/** The friendly organisation of the default world. */
export const TENANT_ID = '4b7f2c1e-8d35-4f0a-9a6e-2c5d1e3f7a01';
export const TENANT_DOMAIN = 'alderfinch.example';
/** Another organisation, to sign in with the wrong account. */
export const OTHER_TENANT_ID = '9c2e7d4a-1b60-4e8c-8f37-6a0d5b9e4c02';
const PUBLISHER_TENANT_ID = 'd1a8e3f6-5c47-4b92-a0e1-7f3c9d2b6e03';

/** The extension's registration in the default world. */
export const CLIENT_ID = '5d0f4b5e-3c1a-4e0e-9c39-1f6a2b7c8d90';

export const MAYA = { username: 'maya.laurent@alderfinch.example', password: 'Correct-Finch-42' };
export const ADMIN = { username: 'ines.roy@alderfinch.example', password: 'Global-Finch-77' };
export const NO_MAILBOX = { username: 'omar.diallo@alderfinch.example', password: 'Empty-Finch-13' };
export const OUTSIDER = { username: 'sam.okafor@brackenridge.example', password: 'Other-Heron-58' };

export interface WorldScenario {
  readonly portal?: Partial<PortalScenario>;
  /** Replaces the default people, apps and policies. */
  readonly entra?: EntraScenario;
  readonly graph?: GraphScenario;
  /** Redirect URIs of the extension, registered as single-page application. */
  readonly redirectUris?: readonly string[];
  /** Changes to the default organisation. */
  readonly tenant?: Partial<EntraTenant>;
  /** Changes to the extension's registration. */
  readonly app?: Partial<EntraApp>;
  /** Changes to Maya's account. */
  readonly maya?: Partial<EntraUser>;
  readonly clock?: { readonly start?: number; readonly frozen?: boolean };
  /** 0: any free one. */
  readonly port?: number;
}

/** People, apps and policy of the default world. */
export function friendlyEntra(now: number, changes: WorldScenario = {}): EntraScenario {
  const person = (
    who: { username: string; password: string },
    oid: string,
    displayName: string,
    more: Partial<EntraUser> = {},
  ): EntraUser => ({
    ...who,
    oid,
    displayName,
    tid: TENANT_ID,
    sessionsValidFrom: now - 400 * DAY,
    passwordChangedAt: now - 40 * DAY,
    roles: [],
    mailbox: true,
    ...more,
  });
  const rest = { consentPolicy: 'allow', consents: [], conditionalAccess: [], premium: true } as const;
  return {
    listPeople: true,
    tenants: [
      { ...rest, id: TENANT_ID, domain: TENANT_DOMAIN, displayName: 'Alderfinch', ...changes.tenant },
      { ...rest, id: OTHER_TENANT_ID, domain: 'brackenridge.example', displayName: 'Brackenridge' },
      { ...rest, id: PUBLISHER_TENANT_ID, domain: 'syncline.example', displayName: 'Syncline' },
    ],
    users: [
      person(MAYA, '71c3a5e2-0f84-4d1b-b6a9-5e2d8c7f1a11', 'Maya Laurent', changes.maya),
      person(ADMIN, '82d4b6f3-1a95-4e2c-87ba-6f3e9d8a2b22', 'Ines Roy', { roles: ['Global Administrator'] }),
      person(NO_MAILBOX, '93e5c7a4-2ba6-4f3d-98cb-7a4fae9b3c33', 'Omar Diallo', { mailbox: false }),
      person(OUTSIDER, 'a4f6d8b5-3cb7-4a4e-a9dc-8b5abfac4d44', 'Sam Okafor', { tid: OTHER_TENANT_ID }),
    ],
    apps: [
      {
        clientId: CLIENT_ID,
        displayName: 'Syncline',
        redirectUris: changes.redirectUris ?? [],
        platform: 'spa',
        homeTenant: PUBLISHER_TENANT_ID,
        multitenant: true,
        verifiedPublisher: true,
        ...changes.app,
      },
    ],
  };
}

/** Maya and the administrator keep busy calendars. */
export function friendlyGraph(): GraphScenario {
  return {
    seed: 20261123,
    calendars: [
      { username: MAYA.username, zone: 'Europe/Paris' },
      { username: ADMIN.username, zone: 'Europe/Paris' },
    ],
  };
}
