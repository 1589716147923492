import type { CloudId } from '../model/clouds.ts';
import { CLOUDS } from '../model/clouds.ts';

/** Blades of Entra by the form Microsoft's own and other open tools use; it is not documented (microsoft.md E.3). */
const blade = (cloud: CloudId, path: string) =>
  `https://${CLOUDS[cloud].portal}/#view/Microsoft_AAD_IAM/${path}`;

/** List of enterprise apps, where an app's own page cannot be named: that takes its object id. */
export const entraApps = (cloud: CloudId = 'global'): string =>
  blade(cloud, 'StartboardApplicationsMenuBlade/~/AppAppsPreview');

/** What one enterprise app was granted, and where an admin takes it away. */
export const entraPermissions = (
  { objectId, appId }: { readonly objectId: string; readonly appId: string },
  cloud: CloudId = 'global',
): string => blade(cloud, `ManagedAppMenuBlade/~/Permissions/objectId/${objectId}/appId/${appId}`);

/** Where an organisation registers applications of its own. */
export const entraRegistrations = (cloud: CloudId = 'global'): string =>
  `https://${CLOUDS[cloud].portal}/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade`;
