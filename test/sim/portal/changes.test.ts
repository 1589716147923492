import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PortalClient, portalClient } from './client.ts';
import { type ServedPortal, servePortal } from './serve.ts';

let served: ServedPortal;
let person: PortalClient;
beforeAll(async () => {
  served = await servePortal({ scenario: { latency: 0, profile: 'connected' } });
});
beforeEach(() => {
  served.portal.reset();
  person = portalClient(served.origin);
});
afterAll(() => served.close());

const SYNC = { level: 'account', key: 'CalendarEventSyncBackToMeeting' };
const LOCK = { level: 'account', key: 'simOnlyIntegration', value: true };
const save = async (body: unknown, headers?: Record<string, string>) =>
  person.post('/rest/setting/save', body, headers ?? { 'ZOOM-CSRFTOKEN': await person.token() });

describe('a change', () => {
  it('is made with the session’s token, answered with the new page, and written down', async () => {
    const answer = await save({ ...SYNC, value: 'off' });
    expect(answer.status).toBe(200);
    const body = (await answer.json()) as { message: string };
    expect(body.message).toBe('Your settings have been updated.');
    expect(served.portal.state.account.values['two-way-sync']).toBe('off');
    expect(served.portal.writes).toEqual([
      { kind: 'value', level: 'account', group: null, key: SYNC.key, value: 'off', refused: null },
    ]);
  });

  it.each([
    ['no token', {}],
    ['somebody else’s token', { 'ZOOM-CSRFTOKEN': '0000-0000' }],
  ])('is refused with %s', async (_name, headers) => {
    await person.get('/profile');
    expect((await save({ ...SYNC, value: 'off' }, headers)).status).toBe(403);
    expect(served.portal.state.account.values['two-way-sync']).toBe('on');
    expect(served.portal.writes).toEqual([]);
    expect(served.portal.refused).toMatchObject([{ refused: 'csrf' }]);
  });

  it('is refused from another site, even with the right token', async () => {
    const token = await person.token();
    const answer = await save(
      { ...SYNC, value: 'off' },
      { 'ZOOM-CSRFTOKEN': token, Origin: 'https://elsewhere.example' },
    );
    expect(answer.status).toBe(403);
    expect(served.portal.writes).toEqual([]);
  });

  it('is refused while signed out', async () => {
    const token = await person.token();
    served.portal.state.signedIn = false;
    const answer = await save({ ...SYNC, value: 'off' }, { 'ZOOM-CSRFTOKEN': token });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(served.portal.writes).toEqual([]);
  });

  it('is never made by reading', async () => {
    for (const path of ['/rest/setting/save', '/rest/setting/lock'])
      expect((await person.get(`${path}?level=account&key=${SYNC.key}&value=off`)).status).toBe(404);
    expect(served.portal.state.account.values['two-way-sync']).toBe('on');
  });

  it.each([
    ['a value the setting does not have', { ...SYNC, value: 'graph' }, 'no such value'],
    ['a setting nobody has', { level: 'account', key: 'nothing', value: 'on' }, 'no such setting'],
    [
      'an admin’s setting at the person’s level',
      { level: 'user', key: 'simOnlySsoPrompt', value: 'off' },
      'not a setting of this level',
    ],
    [
      'a group nobody knows',
      { level: 'group', group: 'gNone', key: SYNC.key, value: 'off' },
      'no such level',
    ],
  ])('is refused for %s', async (_name, body, why) => {
    const answer = await save(body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ errorMessage: why });
    expect(served.portal.writes).toEqual([]);
  });
});

describe('a lock', () => {
  const lock = async (body: unknown) =>
    person.post('/rest/setting/lock', body, { 'ZOOM-CSRFTOKEN': await person.token() });

  it('freezes the integration and everything under it one level down, at the account’s values', async () => {
    served.portal.state.account.values['authorize-with'] = 'ews';
    expect((await lock(LOCK)).status).toBe(200);
    const group = await person.settings('level=group&group=gSalesEmea&tab=zoomMailCalendar');
    const rows = group.sections.flatMap((section) => section.rows);
    const above = rows.filter((row) => row.lockedAbove).map((row) => row.key);
    expect(above).toEqual([
      'simOnlyIntegration',
      'simOnlyDefaultService',
      'simOnlyAuthorizeWith',
      'simOnlyPermissions',
      'simOnlySetupMethod',
    ]);
    expect(rows.find((row) => row.key === 'simOnlyAuthorizeWith')?.value).toBe('ews');
    const refused = await save({
      level: 'group',
      group: 'gSalesEmea',
      key: 'simOnlyDefaultService',
      value: 'google',
    });
    expect(await refused.json()).toEqual({ errorMessage: 'locked above' });
  });

  it('leaves the account’s own settings free', async () => {
    await lock(LOCK);
    expect((await save({ level: 'account', key: 'simOnlyDefaultService', value: 'google' })).status).toBe(
      200,
    );
  });

  it('disconnects a person whose permissions differ, and nobody else', async () => {
    await lock(LOCK);
    expect(served.portal.state.profile.status).toBe('connected');
    await lock({ ...LOCK, value: false });
    served.portal.state.account.values.permissions = ['calendar-read'];
    await lock(LOCK);
    expect(served.portal.state.profile.status).toBe('not-connected');
  });

  it('connects nobody', async () => {
    served.portal.state.profile.status = 'not-connected';
    await lock(LOCK);
    expect(served.portal.state.profile.status).toBe('not-connected');
  });

  it('exists on the integration as a whole, not on its parts, and not for a person', async () => {
    expect(await (await lock({ ...LOCK, key: 'simOnlyAuthorizeWith' })).json()).toEqual({
      errorMessage: 'this row has no lock',
    });
    expect((await lock({ ...LOCK, level: 'user' })).status).toBe(400);
  });

  it('of the person’s first group reaches the person', async () => {
    await lock({ level: 'group', group: 'gSalesEmea', key: SYNC.key, value: true });
    const own = await person.settings('level=user&tab=zoomMailCalendar');
    expect(own.sections.find(({ id }) => id === 'dataSync')?.rows[0]).toMatchObject({
      key: SYNC.key,
      lockedAbove: true,
      locked: null,
    });
  });
});

describe('consent', () => {
  const field = (html: string) => /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';

  it('connects the profile with the permissions asked for', async () => {
    served.portal.state.profile.status = 'not-connected';
    const page = await (await person.get('/sim/microsoft-consent?permissions=calendar-read')).text();
    const answer = await person.submit('/sim/microsoft-consent', {
      csrf: field(page),
      permissions: 'calendar-read',
      accept: '1',
    });
    expect(answer.headers.get('location')).toBe('/profile');
    expect(served.portal.state.profile).toMatchObject({
      status: 'connected',
      permissions: ['calendar-read'],
    });
  });

  it('given without the page changes nothing', async () => {
    served.portal.state.profile.status = 'not-connected';
    const answer = await person.submit('/sim/microsoft-consent', {
      permissions: 'calendar-read',
      accept: '1',
    });
    expect(answer.status).toBe(403);
    expect(served.portal.state.profile.status).toBe('not-connected');
  });

  it('is not to be had where an admin must approve', async () => {
    served.portal.scenario.consent = 'needs-admin-approval';
    const html = await (await person.get('/sim/microsoft-consent?permissions=calendar-read')).text();
    expect(html).toContain('Need admin approval');
    expect(html).not.toContain('name="accept"');
    await person.submit('/sim/microsoft-consent', {
      csrf: field(html),
      permissions: 'calendar-read',
      accept: '1',
    });
    expect(served.portal.writes).toEqual([]);
    served.portal.scenario.consent = 'ok';
  });

  it('by an admin switches the account to application permissions', async () => {
    const html = await (await person.get('/sim/microsoft-consent?purpose=application')).text();
    const fields = { csrf: field(html), purpose: 'application', level: 'account', key: 'simOnlySetupMethod' };
    await person.submit('/sim/microsoft-consent', { ...fields, cancel: '1' });
    expect(served.portal.state.account.values['setup-method']).toBe('oauth');
    await person.submit('/sim/microsoft-consent', { ...fields, accept: '1' });
    expect(served.portal.state.account.values['setup-method']).toBe('application-permissions');
  });
});
