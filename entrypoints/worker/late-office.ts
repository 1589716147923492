import { lateScript } from '../../utils/adapters/browser/late-script.ts';
import type { createBackOffice } from './back-office.ts';

interface BackOfficeScript {
  readonly createBackOffice: typeof createBackOffice;
}

/** The worker's second half, when first needed; in Firefox's event page part of the first. */
export async function backOfficeScript(): Promise<BackOfficeScript> {
  if (import.meta.env.FIREFOX) return import('./back-office.ts');
  return lateScript('/back-office.js', 'synclineBackOffice') as BackOfficeScript;
}
