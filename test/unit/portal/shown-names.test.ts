// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readPortal, shownNames } from '../../../utils/portal/index.ts';
import { SETTINGS } from '../../../utils/portal/labels/index.ts';

const SETTINGS_PAGE = 'https://zoom.us/account/setting?tab=zoomMailCalendar';
const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../fixtures/portal', `${name}.html`), 'utf8');

function namesOf(html: string, url = SETTINGS_PAGE) {
  const given = new DOMParser().parseFromString(html, 'text/html');
  document.body.replaceChildren(...given.body.childNodes);
  return shownNames(document, readPortal(document, url).settings);
}

beforeEach(() => document.body.replaceChildren());

describe('the portal’s own words', () => {
  it('are those of the page’s generation and language', () => {
    expect(namesOf(fixture('account-new-gen3-fr-unlocked'))).toMatchObject({
      tab: 'Courriel et calendrier',
      toggle: 'Intégrer des services de messagerie et de calendrier tiers',
      service: 'Office 365',
      api: 'API Graph',
    });
    expect(namesOf(fixture('account-new-gen2-en-unlocked')).toggle).toBe('Calendar and contacts integration');
    expect(namesOf(fixture('account-new-gen1-en-unlocked')).toggle).toBe('Calendar and Contact Integration');
    expect(namesOf(fixture('account-new-gen2-german-locked')).toggle).toBe(
      'Kalender- und Kontakt-Integration',
    );
  });

  it('are known spellings on every page we have, and only for what is there', () => {
    const known = SETTINGS.find(({ id }) => id === 'third-party-integration')?.labels.map(({ text }) => text);
    for (const name of [
      'account-new-decoys',
      'account-new-behind-dialog',
      'account-new-gen2-spanish-locked',
    ]) {
      const { toggle } = namesOf(fixture(name));
      expect(toggle === undefined || known?.includes(toggle), `${name}: ${toggle}`).toBe(true);
    }
    expect(namesOf(fixture('account-loading'))).not.toHaveProperty('toggle');
    expect(namesOf('<main><p>Nothing</p></main>')).toEqual({});
  });

  it('are written without badge, colon and soft hyphens', () => {
    const row = (title: string) =>
      `<main><div class="item"><p>${title}</p><label class="zm-switch is-checked"><input type="checkbox" checked></label></div></main>`;
    expect(namesOf(row('Calendar and contacts&shy; integration <span>NEW</span>')).toggle).toBe(
      'Calendar and contacts integration',
    );
    expect(namesOf(row('Calendar and&nbsp;contacts integration :')).toggle).toBe(
      'Calendar and contacts integration',
    );
  });

  it('name the profile’s button as it stands there', () => {
    const profile = (button: string) =>
      `<main><section><h3>Calendar and Contacts Integration</h3><p>We support Google Calendar.</p><button>${button}</button></section></main>`;
    const at = 'https://zoom.us/profile';
    expect(namesOf(profile('Connect to Calendar and Contact Service'), at).connect).toBe(
      'Connect to Calendar and Contact Service',
    );
    expect(namesOf(profile('Edit'), at)).not.toHaveProperty('connect');
    const dialog =
      '<div role="dialog"><button>Google Calendar</button><button>Microsoft Office 365</button></div>';
    expect(namesOf(`${profile('Edit')}${dialog}`, at).service).toBe('Microsoft Office 365');
  });
});
