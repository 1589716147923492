import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PortalClient, portalClient, titlesOf } from './client.ts';
import { CATALOGUE } from './catalogue.ts';
import { type ServedPortal, servePortal } from './serve.ts';

let served: ServedPortal;
let person: PortalClient;
beforeAll(async () => {
  served = await servePortal({ scenario: { latency: 0, decoys: false } });
});
beforeEach(() => {
  served.portal.reset();
  person = portalClient(served.origin);
});
afterAll(() => served.close());

const ACCOUNT = 'level=account&tab=zoomMailCalendar';

describe('generations of labels', () => {
  it('3: a tab with Integrations and Data Sync, a choice of two interfaces, who sets up', async () => {
    const view = await person.settings(ACCOUNT);
    expect(titlesOf(view)).toEqual({
      integrations: [
        'Integrate third-party mail and calendar services',
        'Choose default calendar and contact services for users',
        'Authorize with:',
        'Specify the permissions for calendar and contacts',
        'Who can set up the integration:',
        'Ask users to integrate Office 365 calendar when signing in with SSO credentials',
      ],
      dataSync: ['Bidirectional sync for Zoom meeting data between Zoom web portal and calendars'],
    });
    expect(view.sections[0]?.rows[2]?.options.map(({ label }) => label)).toEqual([
      'Graph API',
      'Exchange Web Services (EWS)',
    ]);
  });

  it('2: the sync under General for an account and under Integrations for a group', async () => {
    const sync =
      'Automatically sync Zoom calendar events information bi-directionally between Zoom and integrated calendars';
    expect(titlesOf(await person.settings(`${ACCOUNT}&generation=2`))['general']).toEqual([sync]);
    const group = await person.settings('level=group&group=gSalesEmea&tab=zoomMailCalendar&generation=2');
    expect(titlesOf(group)['integrations']).toContain(sync);
  });

  it('1: a section of the Meeting tab, no tab of its own, a box for EWS, the two switches CIS names', async () => {
    const view = await person.settings('level=account&tab=meeting&generation=1');
    expect(view.tabs.map(({ key }) => key)).not.toContain('zoomMailCalendar');
    expect(titlesOf(view)['calendarAndContacts']).toEqual([
      'Calendar and Contact Integration',
      'Choose default calendar and contact services for users',
      'Authorize with EWS URL',
      'Specify the permissions for calendar and contacts',
      'Consent to Office 365 calendar integration permissions on behalf of entire account',
      'Enforce OAuth 2.0 for Office 365 calendar integration',
      'Ask users to integrate Office 365 calendar when they sign in',
    ]);
    expect((await person.settings(`${ACCOUNT}&generation=1`)).tab).toBe('meeting');
  });

  it('speak French where a French wording is known', async () => {
    expect(titlesOf(await person.settings(`${ACCOUNT}&lang=fr`))['integrations']).toEqual(
      expect.arrayContaining([
        'Intégrer des services de messagerie et de calendrier tiers',
        'Autoriser avec\u00a0:',
      ]),
    );
  });

  it('mix Japanese and English', async () => {
    const titles = titlesOf(await person.settings(`${ACCOUNT}&lang=mixed-ja`))['integrations'];
    expect(titles?.slice(0, 2)).toEqual([
      'Integrate third-party mail and calendar services',
      'ユーザーのデフォルトのカレンダーと連絡先サービスを選択する',
    ]);
  });

  it('share no title, key or option with a redesign nobody has seen', async () => {
    const known = (await person.settings(ACCOUNT)).sections.flatMap(({ rows }) => rows);
    const renamed = (await person.settings(`${ACCOUNT}&unfamiliar=1`)).sections.flatMap(({ rows }) => rows);
    expect(renamed.length).toBe(known.length);
    for (const row of renamed) {
      expect(known.map(({ title }) => title)).not.toContain(row.title);
      expect(known.map(({ key }) => key)).not.toContain(row.key);
    }
  });

  it('draw a setting without public wording only under the name the scenario gives it', async () => {
    const name = 'Restrict the integration to domains';
    expect(titlesOf(await person.settings(ACCOUNT))['integrations']).not.toContain(name);
    served.portal.reset({ latency: 0, openLabels: { 'domain-restriction': name } });
    expect(titlesOf(await person.settings(ACCOUNT))['integrations']).toContain(name);
    served.portal.reset({ latency: 0, decoys: false });
  });
});

describe('settings that hang on others', () => {
  it('name what they hang on', async () => {
    const rows = (await person.settings(ACCOUNT)).sections.flatMap(({ rows }) => rows);
    expect(rows.find(({ key }) => key === 'simOnlySetupMethod')?.under).toEqual([
      ['simOnlyIntegration', ['on']],
      ['simOnlyDefaultService', ['office365']],
      ['simOnlyAuthorizeWith', ['graph']],
    ]);
  });

  it('stand below all they hang on', () => {
    const order = CATALOGUE.map(({ id }) => id);
    for (const { id, under } of CATALOGUE)
      for (const [parent] of under) expect(order.indexOf(parent)).toBeLessThan(order.indexOf(id));
  });
});

describe('groups', () => {
  it('are listed with names people typed', async () => {
    const { groups } = (await (await person.get('/rest/group/list')).json()) as {
      groups: { name: string }[];
    };
    expect(groups.map(({ name }) => name)).toContain('Integrate third-party mail and calendar services');
  });

  it('may have no Mail & Calendar tab', async () => {
    const tabs = async (group: string, more = '') =>
      (await person.settings(`level=group&group=${group}${more}`)).tabs.map(({ key }) => key);
    expect(await tabs('gSalesEmea')).toContain('zoomMailCalendar');
    expect(await tabs('gContractors')).not.toContain('zoomMailCalendar');
    expect(await tabs('gSalesEmea', '&groupTab=0')).not.toContain('zoomMailCalendar');
  });

  it('unknown are nothing', async () => {
    expect((await person.get('/rest/setting/list?level=group&group=gNone')).status).toBe(404);
  });
});

describe('an address', () => {
  it('bends one request and leaves the portal as it is', async () => {
    const html = await (
      await person.get('/account/setting?family=old&lang=fr&dark=1&amp_device_id=x')
    ).text();
    expect(html).toContain('<html lang="fr" class="look-old dark-page">');
    expect(html).toContain('href="/profile?family=old&amp;lang=fr&amp;dark=1"');
    expect(await (await person.get('/account/setting')).text()).toContain(
      '<html lang="en" class="look-new">',
    );
  });

  it('shows locks for a look, without locking', async () => {
    const view = await person.settings(`${ACCOUNT}&locked=two-way-sync`);
    expect(view.sections.at(-1)?.rows[0]?.locked).toBe(true);
    expect(served.portal.state.account.locks).toEqual([]);
  });

  it.each([
    '/account/setting/security',
    '/profile/setting',
    '/account/group',
    '/profile',
    '/meeting',
    '/account/user',
  ])('%s is a page', async (path) => expect((await person.get(path)).status).toBe(200));

  it.each(['/account/nothing', '/zoom', '/static/sim/none.js', '/static/sim/../index.ts', '/rest/none'])(
    '%s is not',
    async (path) => expect((await person.get(path)).status).toBe(404),
  );

  it.each(['/account/setting?tab=zoomMailCalendar', '/profile', '/meeting', '/nowhere'])(
    '%s leads to the sign-in page while signed out',
    async (path) => {
      served.portal.state.signedIn = false;
      const answer = await person.get(path);
      expect([answer.status, answer.headers.get('location')]).toEqual([302, '/signin']);
    },
  );

  it('of the sign-in page signs in with a form', async () => {
    served.portal.reset({ signedIn: false });
    const token = /name="csrf" value="([^"]+)"/.exec(await (await person.get('/signin')).text())?.[1] ?? '';
    await person.submit('/signin', { csrf: token, email: 'a', password: 'b' });
    expect(served.portal.state.signedIn).toBe(true);
    served.portal.reset({ latency: 0, decoys: false });
  });
});

describe('upcoming meetings', () => {
  const HOUR = 3_600_000;
  const at = Date.UTC(2026, 10, 23, 9, 0);
  const list = async (query = '') =>
    (await (await person.get(`/rest/meeting/list?${query}`)).json()) as {
      days: { title: string; rows: { topic: string; id: string; time: string; host: string }[] }[];
      pages: number;
    };

  it('are worded by the server: day, range, grouped number, other hosts', async () => {
    const own = await servePortal({
      clock: { now: () => at },
      scenario: {
        latency: 0,
        timeZone: 'Europe/Paris',
        meetings: [
          { topic: 'Later', number: '5551234567', start: at + 26 * HOUR, minutes: 30, host: 'Tomás Okafor' },
          { topic: 'Over', number: '81234567890', start: at - 2 * HOUR, minutes: 30 },
          { topic: 'Soon', number: '81234567890', start: at + HOUR, minutes: 90 },
          { topic: 'Open', number: '5551234567', start: null, minutes: 0 },
        ],
      },
    });
    const client = portalClient(own.origin);
    const { days } = (await (await client.get('/rest/meeting/list')).json()) as Awaited<
      ReturnType<typeof list>
    >;
    await own.close();
    expect(days.map(({ title }) => title)).toEqual(['Today', 'Tue, Nov 24', 'Recurring']);
    expect(days[0]?.rows).toMatchObject([
      { topic: 'Soon', id: 'Meeting ID: 812 3456 7890', time: '11:00 AM - 12:30 PM', host: '' },
    ]);
    expect(days[1]?.rows).toMatchObject([{ id: 'Meeting ID: 555 123 4567', host: 'Host: Tomás Okafor' }]);
    expect(days[2]?.rows[0]?.time).toBe('Recurring');
  });

  it('come fifteen a page', async () => {
    const first = await list();
    expect(first.days.flatMap(({ rows }) => rows)).toHaveLength(15);
    expect(first.pages).toBe(2);
    expect((await list('page=2')).days.flatMap(({ rows }) => rows).length).toBeGreaterThan(0);
  });
});

describe('the log', () => {
  it('holds every request and its answer, and reading writes nothing', async () => {
    await person.get('/profile');
    await person.settings(ACCOUNT);
    expect(served.portal.requests).toEqual([
      { method: 'GET', path: '/profile', status: 200 },
      { method: 'GET', path: `/rest/setting/list?${ACCOUNT}`, status: 200 },
    ]);
    expect(served.portal.writes).toEqual([]);
  });
});
