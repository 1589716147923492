// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { readDialog, readPortal } from '../../../utils/portal/index.ts';

const URL = 'https://zoom.us/account/setting?tab=zoomMailCalendar';
const MASTER = 'Integrate third-party mail and calendar services';
const SYNC = 'Bidirectional sync for Zoom meeting data between Zoom web portal and calendars';

beforeEach(() => {
  document.body.replaceChildren();
});

function put(html: string): void {
  document.body.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
}

const row = (title: string, more = '') =>
  `<div class="item"><p>${title}</p><label class="zm-switch is-checked"><input type="checkbox" checked></label>${more}</div>`;

describe('where a reading may start', () => {
  test('a part of a page', () => {
    put(`<section id="one">${row(MASTER)}</section><section>${row(MASTER)}</section>`);
    const part = document.querySelector('#one') as Element;
    expect(readPortal(part, URL).settings.map(({ id }) => id)).toEqual(['third-party-integration']);
    expect(readPortal(document, URL).ambiguous).toEqual(['third-party-integration']);
  });

  test('a shadow root', () => {
    const host = document.createElement('div');
    document.body.append(host);
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.append(...new DOMParser().parseFromString(row(SYNC), 'text/html').body.childNodes);
    expect(readPortal(shadow, URL).settings).toMatchObject([{ id: 'two-way-sync', value: 'on' }]);
  });

  test('a part that is not in any document', () => {
    const loose = new DOMParser().parseFromString(`<div>${row(SYNC)}</div>`, 'text/html').body
      .firstElementChild;
    loose?.remove();
    expect(readPortal(loose as Element, URL).settings).toMatchObject([{ id: 'two-way-sync', value: 'on' }]);
  });
});

describe('state follows the page', () => {
  test('the form control is asked, not its attribute', () => {
    put(row(MASTER));
    const input = document.querySelector('input') as HTMLInputElement;
    input.checked = false;
    expect(readPortal(document, URL).settings[0]?.value).toBe('off');
  });

  test('the accessible state goes before the form control', () => {
    put(
      `<div><p>${MASTER}</p><div role="switch" aria-checked="false"><input type="checkbox" checked></div></div>`,
    );
    expect(readPortal(document, URL).settings).toMatchObject([
      { id: 'third-party-integration', value: 'off' },
    ]);
  });

  test('names by aria-labelledby and by label[for] count, another explicit name does not', () => {
    put(
      `<div class="a"><p id="t">${MASTER}</p></div><div class="b"><button role="switch" aria-checked="true" aria-labelledby="t"></button></div>` +
        `<div class="c"><label for="s">${SYNC}</label></div><div class="d"><input id="s" type="checkbox"></div>` +
        `<div class="e"><p>Ask users to integrate Office 365 calendar when they sign in</p><button role="switch" aria-checked="true" aria-label="Waiting room"></button></div>`,
    );
    const found = Object.fromEntries(readPortal(document, URL).settings.map(({ id, value }) => [id, value]));
    expect(found).toEqual({ 'third-party-integration': 'on', 'two-way-sync': 'off' });
  });

  test.each([
    ['<button aria-label="Lock" aria-pressed="true"></button>', 'locked'],
    ['<button aria-label="Lock"></button>', 'unlocked'],
    ['<button aria-label="Unlock"></button>', 'locked'],
    ['<button title="Sperren"></button>', 'unlocked'],
    ['<a role="button" title="ロック解除"></a>', 'locked'],
    ['<span class="feature-lock is-locked"><i class="zm-icon-lock"></i></span>', 'locked'],
    ['<span class="feature-lock"><i class="zm-icon-unlock"></i></span>', 'unlocked'],
    ['<i class="zm-icon-lock"></i>', 'unknown'],
    ['<i class="block clock"></i>', 'unknown'],
    ['', 'unknown'],
  ])('padlock %s reads as %s', (padlock, lock) => {
    put(row(MASTER, padlock));
    const [setting] = readPortal(document, URL).settings;
    expect(setting?.lock).toBe(lock);
    expect(setting?.lockControl !== undefined).toBe(
      /lock["' ]|Lock|Unlock|Sperren|ロック/.test(padlock) && !/clock/.test(padlock),
    );
  });

  test('greyed out without a note is not "locked above"', () => {
    put(row(MASTER).replace('checked>', 'checked disabled>'));
    expect(readPortal(document, URL).settings[0]?.lock).toBe('unknown');
    document.querySelector('.item')?.append('Locked by admin');
    expect(readPortal(document, URL).settings[0]?.lock).toBe('locked-above');
  });
});

describe('readDialog', () => {
  const dialog = (title: string, buttons: readonly string[], attributes = 'role="dialog"') =>
    `<div class="overlay"><div ${attributes}><h3>${title}</h3><p>About ${SYNC}.</p><div class="x-footer">${buttons
      .map((button) => `<button>${button}</button>`)
      .join('')}</div></div></div>`;

  test.each([
    [`Lock “${MASTER}”?`, ['Cancel', 'Lock'], 'third-party-integration', 'lock'],
    [`Unlock “${MASTER}”?`, ['Cancel', 'Unlock'], 'third-party-integration', 'unlock'],
    [`Disable “${SYNC}”`, ['Cancel', 'Disable'], 'two-way-sync', 'turn-off'],
    ['Turn on "Authorize with EWS URL"', ['Cancel', 'Turn On'], 'authorize-with', 'turn-on'],
    [
      'Intégrer des services de messagerie et de calendrier tiers',
      ['Annuler', 'Désactiver'],
      'third-party-integration',
      'turn-off',
    ],
    [`Activer « ${SYNC} »`, ['Activer', 'Annuler'], 'two-way-sync', 'turn-on'],
    ['Are you sure?', ['No', 'Yes'], undefined, null],
    [`${MASTER} and ${SYNC}`, ['Cancel', 'Enable'], undefined, 'turn-on'],
  ])('%s', (title, buttons, setting, act) => {
    put(`<div id="app"></div>${dialog(title, buttons)}`);
    const read = readDialog(document);
    expect(read?.titleSetting).toBe(setting);
    expect(read?.act).toBe(act);
    expect(read?.buttons).toHaveLength(2);
    expect(read?.insertBefore).toBe(document.querySelector('.x-footer'));
  });

  test('closed, hidden and inline ones are none; the last open one is the answer', () => {
    put(
      `<div id="app"><div role="dialog">inside the content</div></div>${dialog('A', ['Lock'], 'class="zm-dialog" hidden')}<div style="display:none">${dialog('B', ['Lock'])}</div>`,
    );
    expect(readDialog(document)).toBeNull();
    put(dialog('C', ['Enable'], 'class="zm-dialog"') + dialog('D', ['Lock']));
    expect(readDialog(document)?.act).toBe('lock');
  });
});
