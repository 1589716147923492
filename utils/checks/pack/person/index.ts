import type { Check } from '../../../model/findings.ts';
import { meetingDrift } from '../meetings/meeting-drift.ts';
import { meetingLimits } from '../meetings/meeting-limits.ts';
import { meetingTwoLinks } from '../meetings/meeting-two-links.ts';
import { samePerson } from './same-person.ts';
import { willItHold } from './will-it-hold.ts';

/** Checks of one person's connection and meetings, which no control of the portal carries. */
export const PERSON_CHECKS: readonly Check[] = [
  willItHold,
  samePerson,
  meetingDrift,
  meetingLimits,
  meetingTwoLinks,
];
