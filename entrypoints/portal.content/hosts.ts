import { OTHER_PRODUCTS, PORTAL_PATHS } from '../../utils/model/portal-hosts.ts';

/** Pages of the portal we read. `*.zoom.us` covers `zoom.us`. */
export const MATCHES = PORTAL_PATHS.map((path) => `https://*.zoom.us/${path}*`);

/** Hosts that serve other products: never touched. */
export const EXCLUDED = OTHER_PRODUCTS.map((name) => `https://${name}.zoom.us/*`);
