import { DAY, HOUR, MINUTE } from '../core/clock.ts';

/** Past this age of the last answer nothing is green. Eight missed runs of the quarter-hourly sync. */
export const GREEN_LIMIT = 2 * HOUR;

/** Past this age the last answer is history: grey, and no forecast is made from it. */
export const ANSWER_LIMIT = DAY;

/**
 * How long a sign-in here lasts without another visit: the refresh token of a single-page registration ends 24 h after it and does
 * not slide (microsoft.md C.2). An organisation may end it sooner, hence "about".
 */
export const SIGN_IN_LIFE = DAY;

/** A run older than this was cut off: "working" would never end. */
export const RUN_LIMIT = 5 * MINUTE;

/** Zoom is granted access a moment after Microsoft writes its dates; two clocks (microsoft.md E.2). */
export const CLOCK_SLACK = 5 * MINUTE;

/**
 * Access tokens outlive their grant by 60 to 90 minutes (microsoft.md C.2), so Zoom's page may show "connected" that long
 * after the grant ended. Seen connected later than this, it has proved itself.
 */
export const PROOF_DELAY = 2 * HOUR;

/** A page not recognised is worth a word for a week; after that it has been seen again or does not matter. */
export const UNFAMILIAR_LIMIT = 7 * DAY;
