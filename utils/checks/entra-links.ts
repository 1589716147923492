/** List of enterprise apps in the Entra admin center; an app's own page needs its object id (microsoft.md E.3). */
export const ENTRA_APPS =
  'https://entra.microsoft.com/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview';
