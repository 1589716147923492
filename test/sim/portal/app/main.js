import { createApp } from 'vue';
import { boot, say } from './boot.js';
import { Icons } from './icons.js';
import { MeetingsPage } from './meetings.js';
import { OverlayHost } from './overlay.js';
import { EmptyPage, GroupsPage, SettingLevelPage } from './pages.js';
import { ProfilePage } from './profile.js';
import { settingRow } from './setting-row.js';
import { LazyRow, SettingsPage } from './settings.js';

const family = await import(boot.family === 'new' ? './controls-new.js' : './controls-old.js');

const PAGES = {
  'account-setting': SettingLevelPage,
  'profile-setting': SettingLevelPage,
  groups: GroupsPage,
  profile: ProfilePage,
  meetings: MeetingsPage,
  none: EmptyPage,
};

function start() {
  const app = createApp({
    components: { Page: PAGES[boot.page], OverlayHost },
    template: '<Page /><OverlayHost />',
  });
  for (const [name, part] of Object.entries({ ...family.controls, ...Icons })) app.component(name, part);
  app.component('lazy-row', LazyRow);
  app.component('settings-page', SettingsPage);
  app.component('setting-row', settingRow(family.rowTemplate));
  app.mount('#app');
  return app;
}

/** The marketing banner comes late and pushes everything down (portal.md 5.1). */
function announce() {
  const banner = document.createElement('div');
  banner.className = 'fe-popups-banner';
  const text = Object.assign(document.createElement('span'), { textContent: say('bannerText') });
  const close = Object.assign(document.createElement('button'), {
    type: 'button',
    textContent: say('close'),
  });
  close.addEventListener('click', () => banner.remove());
  banner.append(text, close);
  document.querySelector('#notice-slot').append(banner);
}

/** Throws out at once what the page did not make: elements with a hyphen in their name. */
function guard() {
  new MutationObserver((records) => {
    for (const record of records)
      for (const node of record.addedNodes) if (node.localName?.includes('-')) node.remove();
  }).observe(document.querySelector('#app'), { childList: true, subtree: true });
}

const app = start();
if (boot.banner) setTimeout(announce, 900);
if (boot.reRender === 'strip-foreign') guard();
if (boot.reRender === 'replace-app')
  setTimeout(() => {
    app.unmount();
    start();
  }, 1200);
