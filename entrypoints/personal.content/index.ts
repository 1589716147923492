import { defineContentScript } from 'wxt/utils/define-content-script';
import { observationOf } from '../../utils/app/guidance-seen.ts';
import type { PageId } from '../../utils/model/settings.ts';
import { readAt, readPersonal } from '../../utils/portal/index.ts';
import { attendPortal } from '../shared/portal-page.ts';

const isPersonal = (page: PageId): page is 'profile' | 'meetings' =>
  page === 'profile' || page === 'meetings';

/** On a person's own profile, and on their list of meetings. */
export default defineContentScript({
  // Told in wxt.config.ts: the page itself needs no list of hosts.
  matches: [],
  runAt: 'document_idle',
  main: () =>
    attendPortal({
      name: 'personal',
      reads: isPersonal,
      observe: observationOf,
      read: (rules) =>
        readAt(location.href, (page) => (isPersonal(page) ? readPersonal(page, document, rules) : null)),
    }),
});
