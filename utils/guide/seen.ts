import type { GuideLook, GuideProof, GuideRun, GuideStep } from '../model/guide.ts';

/** What one look proves: a step done and how we know, or (false) a step that is not so; the rest the page does not tell. */
export type Seen = { readonly [Step in GuideStep]?: GuideProof | false };

/** Yes, no, or not told. */
const told = (yes: boolean, no: boolean): { readonly is?: GuideProof | false } =>
  yes ? { is: 'seen' } : no ? { is: false } : {};

function only(steps: Readonly<Record<string, { readonly is?: GuideProof | false }>>): Seen {
  return Object.fromEntries(
    Object.entries(steps).flatMap(([id, { is }]) => (is === undefined ? [] : [[id, is]])),
  );
}

/** The account's settings page opens for admins alone, so that being there proves the sign-in too (portal.md 2.3). */
export function seenBySetup({ page, recognition, settings }: GuideLook): Seen {
  if (page !== 'account-settings') return {};
  if (recognition !== 'recognised' && recognition !== 'unrecognised') return {};
  const ids = Object.keys(settings);
  const integration = settings['third-party-integration'];
  const service = settings['default-service'];
  const api = settings['authorize-with'];
  const method = settings['setup-method'];
  return only({
    'sign-in': { is: 'seen' },
    'account-settings': { is: 'seen' },
    tab: told(ids.length > 0, false),
    integrations: told(integration !== undefined, false),
    toggle: told(integration === 'on', integration === 'off'),
    service: told(
      service === 'office365' && api === 'graph',
      (service !== undefined && service !== 'unknown' && service !== 'office365') || api === 'ews',
    ),
    method: told(method === 'oauth' || method === 'application-permissions', false),
  });
}

/**
 * The profile and the portal's dialog. A connection proves the sign-in at Microsoft, which no page of the portal shows, when
 * there was none before or the person said that they signed in.
 */
export function seenByTest({ page, recognition, settings, dialog }: GuideLook, run: GuideRun): Seen {
  if (page !== 'profile' || recognition !== 'recognised') return {};
  const connection = settings['profile-connection'];
  const isConnected =
    typeof connection === 'object' &&
    connection !== null &&
    'status' in connection &&
    connection.status === 'connected';
  const isNew = isConnected && (run.apart === true || run.steps.microsoft !== undefined);
  const after = isNew ? ('follows' as const) : undefined;
  const configure = dialog === null ? after : 'seen';
  const choose = dialog === 'permissions' ? 'seen' : after;
  return {
    profile: 'seen',
    ...(configure ? { configure } : {}),
    ...(choose ? { choose } : {}),
    ...(after ? { permissions: after, microsoft: after, connected: 'seen' } : {}),
  };
}
