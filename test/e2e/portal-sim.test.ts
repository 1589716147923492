import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ServedPortal, servePortal } from '../sim/portal/serve.ts';
import { findBrowser } from '../tools/find-browser.mjs';

let served: ServedPortal;
let browser: Browser;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium found: npm test says how to get one.');
  served = await servePortal({ scenario: { latency: 30 } });
  browser = await chromium.launch({
    executablePath,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'],
  });
  page = await browser.newPage({ viewport: { width: 1280, height: 700 } });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^(data:|http:\/\/127\.0\.0\.1:)/.test(request.url())) problems.push(`asked for ${request.url()}`);
  });
});
beforeEach(() => {
  served.portal.reset();
  problems.length = 0;
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

const MAIL = '/account/setting?tab=zoomMailCalendar';
const go = (path: string) => page.goto(served.origin + path);
/** In the app alone: hidden copies elsewhere say the same. */
const title = (text: string) => page.locator('#app').getByText(text, { exact: true });
const toast = () => page.getByText('Your settings have been updated.').waitFor();

describe.each([
  {
    family: 'new',
    ours: 'Integrate third-party mail and calendar services',
    toggle: '#simOnlyIntegration .zoom-switch',
    dialog: 'body > .zoom-overlay > .zoom-dialog',
    lock: '#simOnlyIntegration .setting-item__lock',
    radio: (label: string) => `.zoom-radio:has-text("${label}")`,
    select: '#simOnlyDefaultService .zoom-select',
    option: 'body > .zoom-floating .zoom-option:has-text("Google")',
  },
  {
    family: 'old',
    ours: 'Integrate third-party mail and calendar services',
    toggle: '#feature-simOnlyIntegration .zm-switch',
    dialog: 'body > .zm-dialog__wrapper > .zm-dialog',
    lock: '#feature-simOnlyIntegration .feature-lock',
    radio: (label: string) => `.zm-radio:has-text("${label}")`,
    select: '#feature-simOnlyDefaultService .zm-select',
    option: 'body > .zm-select-dropdown .zm-select-dropdown__item:has-text("Google")',
  },
])('the $family components', ({ family, ours, toggle, dialog, lock, radio, select, option }) => {
  const here = `${MAIL}&family=${family}`;

  it('load first, then show the settings', async () => {
    await go(`${here}&latency=400`);
    await page.waitForSelector('#app .page-loading');
    expect(await page.locator('#app').textContent()).not.toContain(ours);
    await page.waitForSelector(toggle);
    expect(await page.locator('#app').textContent()).toContain(ours);
    expect(problems).toEqual([]);
  });

  it('switch only after a confirmation at the end of the body', async () => {
    await go(here);
    await page.click(toggle);
    await page.click(`${dialog} >> text=Cancel`);
    expect(served.portal.writes).toEqual([]);
    expect(await page.locator(toggle).getAttribute('class')).toContain('is-checked');

    await page.click(toggle);
    await page.click(`${dialog} >> button:has-text("Disable")`);
    await toast();
    expect(served.portal.writes).toMatchObject([{ key: 'simOnlyIntegration', value: 'off' }]);
    expect(await page.locator(select).count()).toBe(0);
  });

  it('show what hangs on a choice before it is saved', async () => {
    await go(here);
    await page.click(radio('Exchange Web Services (EWS)'));
    await title('Who can set up the integration:').waitFor({ state: 'detached' });
    await page.click(select);
    await page.click(option);
    await title('Authorize with:').waitFor({ state: 'detached' });
    expect(served.portal.writes).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await toast();
    expect(served.portal.state.account.values['default-service']).toBe('google');
  });

  it('lock after a confirmation, and grey the row one level down', async () => {
    await go(here);
    await page.click(lock);
    await page.click(`${dialog} >> button:has-text("Lock")`);
    await toast();
    expect(served.portal.state.account.locks).toEqual(['third-party-integration']);
    await go(`/account/group?tab=zoomMailCalendar&family=${family}#/detail/gSalesEmea/detail`);
    await title('Locked by admin at account level').waitFor();
    const control = page.locator(family === 'new' ? toggle : `${toggle} input`);
    expect(await control.isDisabled()).toBe(true);
  });

  it('connect a calendar through Microsoft’s stand-in', async () => {
    await go(`/profile?family=${family}`);
    await page.getByRole('button', { name: 'Configure Calendar and Contacts Service' }).click();
    await page.click(`${dialog} >> text=Next`);
    await page.click(`${dialog} >> button:has-text("Authorize")`);
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.waitForSelector('.connected-email');
    expect(await page.textContent('.connected-email')).toBe('maya.laurent@alderfinch.example');
    expect(served.portal.writes).toMatchObject([{ kind: 'connect' }]);
    await page.getByRole('button', { name: 'Edit' }).waitFor();
    expect(problems).toEqual([]);
  });
});

describe('the page', () => {
  it('changes group and tab without a navigation', async () => {
    await go('/account/group#/');
    await page.evaluate(() => Object.assign(globalThis, { alive: true }));
    await page.click('a:has-text("Sales EMEA")');
    await page.getByRole('tab', { name: 'Mail & Calendar' }).click();
    await page.waitForSelector('#CalendarEventSyncBackToMeeting');
    expect(await page.evaluate(() => Reflect.get(globalThis, 'alive'))).toBe(true);
    await go('/account/group#/detail/gContractors/detail');
    await page.getByRole('tab', { name: 'Recording' }).waitFor();
    expect(await page.getByRole('tab', { name: 'Mail & Calendar' }).count()).toBe(0);
  });

  it('fills lazy rows as they come near, and follows a fragment', async () => {
    await go(`${MAIL}&lazy=1`);
    await page.waitForSelector('.lazy-component #simOnlyIntegration');
    expect(await page.locator('#CalendarEventSyncBackToMeeting').count()).toBe(0);
    await page.locator('.lazy-component').last().scrollIntoViewIfNeeded();
    await page.waitForSelector('#simOnlyWeekStart');
    await go(`${MAIL}#CalendarEventSyncBackToMeeting`);
    await page.waitForSelector('#CalendarEventSyncBackToMeeting.is-target');
  });

  it('announces something late, which pushes the content down', async () => {
    await go(`${MAIL}&banner=1`);
    await page.waitForSelector('#simOnlyIntegration');
    const top = () => page.locator('#simOnlyIntegration').evaluate((row) => row.getBoundingClientRect().top);
    const before = await top();
    await page.waitForSelector('#notice-slot > .fe-popups-banner');
    expect(await top()).toBeGreaterThan(before);
  });

  it('throws its rows away, or throws strangers out, as told', async () => {
    const mark = async (path: string) => {
      await go(path);
      await page.waitForSelector('#simOnlyIntegration');
      await page.evaluate(() => {
        document.querySelector('#simOnlyIntegration')?.append(document.createElement('x-guest'));
      });
    };
    for (const way of ['churn', 'replace-app', 'strip-foreign']) {
      await mark(`${MAIL}&rerender=${way}`);
      await page.waitForSelector('x-guest', { state: 'detached' });
      await page.waitForSelector('#simOnlyIntegration');
    }
    await mark(`${MAIL}&rerender=replace-rows`);
    expect(await page.locator('x-guest').count()).toBe(1);
    await page.click('.zoom-radio:has-text("EWS")');
    expect(await page.locator('x-guest').count()).toBe(0);
    await mark(MAIL);
    await page.click('.zoom-radio:has-text("EWS")');
    expect(await page.locator('x-guest').count()).toBe(1);
  });

  it('holds copies of a setting that nobody sees', async () => {
    await go(MAIL);
    await page.waitForSelector('template[data-hidden-copy]', { state: 'attached' });
    const copies = page.getByText('Integrate third-party mail and calendar services', { exact: true });
    expect(await page.locator('.phone-only [role=switch]').isVisible()).toBe(false);
    expect(await copies.count()).toBeGreaterThan(1);
  });

  it('lists meetings', async () => {
    await go('/meeting');
    await page.waitForSelector('.meeting-item .meeting-id');
    expect(page.url()).toContain('#/upcoming');
    expect(await page.locator('.meeting-item').count()).toBe(15);
    expect(problems).toEqual([]);
  });
});
