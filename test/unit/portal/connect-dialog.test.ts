// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { connectStep } from '../../../utils/portal/index.ts';

const SHELL = {
  new: (body: string) =>
    `<div class="zoom-overlay"><div class="zoom-dialog" role="dialog" aria-modal="true"><h3 class="zoom-dialog__title">x</h3>${body}</div></div>`,
  old: (body: string) =>
    `<div class="zm-dialog__wrapper"><div class="zm-dialog"><span class="zm-dialog__title">x</span>${body}</div></div>`,
};
const box = (label: string) => `<label><input type="checkbox" checked>${label}</label>`;
const SERVICES = '<button>Google</button><button>Exchange</button><button>Office 365</button>';
const step = (dialog: string) => {
  document.body.innerHTML = `<div id="app"><p>Google Calendar, Microsoft Exchange, and Microsoft Office 365</p></div>${dialog}`;
  return connectStep(document);
};

describe.each(['new', 'old'] as const)('the dialog for connecting, %s components', (family) => {
  const open = (body: string) => step(SHELL[family](body));

  it('is at the services, then at the permissions', () => {
    expect(open(SERVICES)).toBe('choose');
    expect(open(`<span>Calendar</span>${box('Read')}${box('Write')}<span>Office 365</span>`)).toBe(
      'permissions',
    );
  });

  it.each(['Calendrier', 'Kalender', 'カレンダー'])('knows the permissions of "%s"', (calendar) => {
    expect(open(`<span>${calendar}</span>${box('a')}${box('b')}`)).toBe('permissions');
  });

  it('is none of the profile’s other dialogs', () => {
    expect(open('<p>Change your time zone</p><button>Save</button>')).toBeNull();
    expect(open(`<p>Calendar</p>${box('Show week numbers')}`)).toBeNull();
    expect(open('<p>Connect Google</p><button>Next</button>')).toBeNull();
  });
});

describe('without a dialog', () => {
  it('says nothing of the page’s own words, nor of a hidden dialog', () => {
    expect(step('')).toBeNull();
    expect(step(`<div hidden>${SHELL.new(SERVICES)}</div>`)).toBeNull();
  });
});
