import { defineContentScript } from 'wxt/utils/define-content-script';
import { settingsSeen } from '../../utils/app/guidance-report.ts';
import type { PageId } from '../../utils/model/settings.ts';
import { readAt, readSettings, type SettingsPage } from '../../utils/portal/index.ts';
import { attendPortal } from '../shared/portal-page.ts';

const isSettings = (page: PageId): page is SettingsPage => page !== 'profile' && page !== 'meetings';

/** On the portal's pages of settings: account, group, and a person's own. */
export default defineContentScript({
  // Told in wxt.config.ts: the page itself needs no list of hosts.
  matches: [],
  runAt: 'document_idle',
  main: () =>
    attendPortal({
      name: 'portal',
      reads: isSettings,
      observe: settingsSeen,
      read: (rules, findTaught) =>
        readAt(location.href, (page) =>
          isSettings(page) ? readSettings(page, document, location.href, rules, findTaught) : null,
        ),
    }),
});
