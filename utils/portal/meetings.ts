import type { PortalMeeting } from '../model/settings.ts';
import type { Root } from './dom/tree.ts';
import { createShown } from './dom/visible.ts';

function clean(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

/** "Meeting ID: 812 3456 7890": digits only, for the grouping differs (portal.md 7.1). */
function digitsOf(text: string): string {
  return /(\d[\d\s]{7,14}\d)/.exec(text)?.[1]?.replace(/\D/g, '') ?? '';
}

/**
 * Rows of the list of upcoming meetings (`/meeting#/upcoming`, measured 7 October 2026). A row whose number cannot be read
 * is left out. The list shows what Zoom hosts; it is not the Outlook calendar.
 */
export function readMeetings(root: Root): PortalMeeting[] {
  const isShown = createShown(null);
  const rows: PortalMeeting[] = [];
  let day = '';
  for (const row of root.querySelectorAll('.meeting-item,.meeting-fixed-list .title>span')) {
    // Headings and rows in the order of the page: how they are nested was not measured.
    if (!row.classList.contains('meeting-item')) {
      if (!row.closest('.meeting-item')) day = clean(row.textContent);
      continue;
    }
    const link = row.querySelector('.meeting-detail a[href^="/meeting/"],a[href^="/meeting/"]');
    const meetingId =
      digitsOf(clean(row.querySelector('.meeting-id')?.textContent)) ||
      digitsOf(/\/meeting\/(\d+)/.exec(link?.getAttribute('href') ?? '')?.[1] ?? '');
    if (meetingId === '' || !isShown(row)) continue;
    const host = clean(row.querySelector('.host-name')?.textContent).replace(/^[^:：]*[:：]\s*/, '');
    rows.push({
      topic: clean(row.querySelector('.topic')?.textContent ?? link?.textContent),
      meetingId,
      ...(day !== '' && { day }),
      time: clean((row.querySelector('.schedule-time') ?? row.querySelector('.meeting-time'))?.textContent),
      ...(host !== '' && { host }),
    });
  }
  return rows;
}

/** Whether the page is the list of meetings at all, also an empty one. */
export function hasMeetingList(root: Root): boolean {
  return root.querySelector('.meeting-fixed-list,[id="tab-/upcoming"],[class*="meeting-list"]') !== null;
}
