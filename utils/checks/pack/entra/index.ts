import type { Check } from '../../../model/findings.ts';
import { appExcess } from './app-excess.ts';
import { appMissing } from './app-missing.ts';
import { appUnknown } from './app-unknown.ts';
import { consentMatch } from './consent-match.ts';
import { ewsCountdown } from './ews-countdown.ts';
import { lastUse } from './last-use.ts';
import { lookAlike } from './look-alike.ts';

/** Checks of Entra's side; no setting carries them. Most telling first. */
export const ENTRA_CHECKS: readonly Check[] = [
  consentMatch,
  ewsCountdown,
  appExcess,
  appMissing,
  appUnknown,
  lookAlike,
  lastUse,
];
