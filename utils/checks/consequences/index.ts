import type { Consequence } from '../../model/findings.ts';
import { API } from './api.ts';
import { INTEGRATION } from './integration.ts';
import { LOCK } from './lock.ts';
import { SETUP } from './setup.ts';
import { SIGN_IN } from './sign-in.ts';
import { SYNC } from './sync.ts';

/** What each act on each control does to people already connected. */
export const CONSEQUENCES: readonly Consequence[] = [
  ...LOCK,
  ...INTEGRATION,
  ...API,
  ...SETUP,
  ...SIGN_IN,
  ...SYNC,
];
