/** Pages of the portal that hold a calendar setting, a profile or meetings (portal.md 4.2). `*.zoom.us` covers `zoom.us`. */
export const MATCHES = ['account/setting', 'account/group', 'profile', 'meeting'].map(
  (path) => `https://*.zoom.us/${path}*`,
);

/** Hosts under zoom.us that serve other products (portal.md 4.1, measured October 2026): never touched. */
export const EXCLUDED = [
  'app',
  'community',
  'docs',
  'hub',
  'library',
  'marketplace',
  'scheduler',
  'support',
  'us05tasks',
  'us05whiteboard',
].map((name) => `https://${name}.zoom.us/*`);
