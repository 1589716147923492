/**
 * Zoom's enterprise apps whose ids Zoom has published, both for rooms (Zoom field guide, provider-specific details, read
 * 2026-11-23). The id of its app for personal calendars is in no public source (portal.md A.4): a name with a verified
 * publisher finds it, or an admin points at it.
 */
export const ZOOM_ROOMS_APPS = {
  application: 'f56e91e5-5a82-452f-b435-d4d78aeaf064',
  delegate: 'a651cfda-cbdd-4a39-bd03-fa829c3c1b29',
} as const;

/** How the name of Zoom's apps begins, and by what a stranger's app would want to pass for one. */
export const ZOOM_NAME = 'Zoom';

/** Zoom's legal names, as Microsoft shows a verified publisher's. "ZoomInfo" is another company. */
export const ZOOM_PUBLISHER = /^zoom (?:video )?communications\b/i;
