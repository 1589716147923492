import type { Check } from '../../../model/findings.ts';

/** Checks of Entra's side: no setting carries them. */
export const ENTRA_CHECKS: readonly Check[] = [];
