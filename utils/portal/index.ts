/** The door of the portal reader: a page goes in, what it shows comes out. Reads only. */
export { type DialogAct, type PortalDialog, readDialog } from './dialog.ts';
export { connectStep } from './connect-dialog.ts';
export { readMeetings } from './meetings.ts';
export { type ObserveOptions, observePortal, SCAN_GAP } from './observe.ts';
export { isSignIn, pageOf } from './pages.ts';
export { readPersonal } from './read-personal.ts';
export { readPortal } from './read-portal.ts';
export { readSettings, type SettingsPage } from './read-settings.ts';
export { type FindTaught, readAt, type ReadingRules } from './reading.ts';
export { findTaught } from './taught/find.ts';
export { type SkeletonOf, skeletonOf } from './skeleton/index.ts';
export { shownNames } from './shown-names.ts';
export { type Pointable, pointablesIn } from './taught/teach.ts';
