/** Microsoft's clouds a tenant can live in; GCC is part of `global` (microsoft.md H). */
export const CLOUD_IDS = ['global', 'gcc-high', 'dod', 'china'] as const;

export type CloudId = (typeof CLOUD_IDS)[number];

/** Hosts of one cloud. Registrations and tokens of one are worth nothing in another. */
export interface Cloud {
  /** Sign-in: `https://<host>/<tenant>` is the authority. */
  readonly signIn: string;
  /** Microsoft Graph: the only host its tokens are sent to. */
  readonly graph: string;
  /** Where its administrators work. */
  readonly portal: string;
}

/**
 * One row a cloud. Sources, read 2026-11-23: learn.microsoft.com/graph/deployments,
 * learn.microsoft.com/entra/identity-platform/authentication-national-cloud.
 */
export const CLOUDS: Readonly<Record<CloudId, Cloud>> = {
  global: {
    signIn: 'login.microsoftonline.com',
    graph: 'graph.microsoft.com',
    portal: 'entra.microsoft.com',
  },
  'gcc-high': {
    signIn: 'login.microsoftonline.us',
    graph: 'graph.microsoft.us',
    portal: 'portal.azure.us',
  },
  dod: {
    signIn: 'login.microsoftonline.us',
    graph: 'dod-graph.microsoft.us',
    portal: 'portal.azure.us',
  },
  china: {
    signIn: 'login.partner.microsoftonline.cn',
    graph: 'microsoftgraph.chinacloudapi.cn',
    portal: 'portal.azure.cn',
  },
};

/** Whether a value from outside (policy, options, a message) names a cloud we know. */
export function isCloud(value: unknown): value is CloudId {
  return CLOUD_IDS.some((id) => id === value);
}

/** The one row a stored cloud names; `null` for one we do not know. */
export function cloudRow(id: string): Cloud | null {
  return isCloud(id) ? CLOUDS[id] : null;
}

/** Match pattern of the cloud's Graph host, as a manifest and `permissions.request` spell it. */
export function graphOrigin(id: CloudId): string {
  return `https://${CLOUDS[id].graph}/*`;
}
