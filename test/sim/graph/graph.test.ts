import { afterEach, beforeEach, expect, test } from 'vitest';
import { MAYA, NO_MAILBOX } from '../world/index.ts';
import { ORDINARY_DAY } from './scenario.ts';
import { friendlyGraph } from '../world/scenario.ts';
import {
  codeOf,
  DAY,
  FIRST,
  type Harness,
  type Item,
  NOW,
  type Page,
  startHarness,
  V1,
  WINDOW,
} from './harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await startHarness();
});
afterEach(() => harness.world.close());

test('tokens: none, made up, expired, challenged', async () => {
  for (const Authorization of ['', 'Bearer made-up']) {
    const answer = await harness.get(`${V1}/me`, { Authorization });
    expect([answer.status, codeOf(answer)]).toEqual([401, 'InvalidAuthenticationToken']);
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer realm=""/);
  }
  harness.world.graph.challenge(MAYA.username);
  const challenged = await harness.get(`${V1}/me`);
  const claims = /error="insufficient_claims", claims="([^"]+)"/.exec(
    challenged.headers['www-authenticate'] ?? '',
  )?.[1];
  expect(JSON.parse(Buffer.from(claims ?? '', 'base64').toString())).toMatchObject({
    access_token: { nbf: { essential: true } },
  });
  await harness.as(MAYA, 'Calendars.ReadBasic');
  expect((await harness.get(`${V1}/me`)).status).toBe(200);
  harness.world.clock.advance(91 * 60_000);
  expect((await harness.get(`${V1}/me`)).status).toBe(401);
});

test('scopes: User.Read opens /me only, and revoked sessions do not end a living access token', async () => {
  await harness.world.close();
  harness = await startHarness('');
  expect((await harness.get(`${V1}/me`)).status).toBe(200);
  expect(codeOf(await harness.get(FIRST))).toBe('ErrorAccessDenied');
  expect(codeOf(await harness.get(`${V1}/servicePrincipals`))).toBe('Authorization_RequestDenied');
  harness.world.entra.revokeSessions(MAYA.username);
  expect((await harness.get(`${V1}/me`)).status).toBe(200);
});

test('/me: dates come by $select only', async () => {
  const usual = (await harness.get(`${V1}/me`)).json();
  expect(usual).toMatchObject({ userPrincipalName: MAYA.username, mail: MAYA.username });
  expect(usual).not.toHaveProperty('lastPasswordChangeDateTime');
  harness.world.entra.revokeSessions(MAYA.username);
  const dates = await harness.get(
    `${V1}/me?$select=lastPasswordChangeDateTime,signInSessionsValidFromDateTime`,
  );
  expect(dates.json()).toMatchObject({
    lastPasswordChangeDateTime: new Date(NOW - 40 * DAY).toISOString().replace('.000', ''),
    signInSessionsValidFromDateTime: new Date(NOW).toISOString().replace('.000', ''),
  });
  expect((await harness.get(`${V1}/me?$select=shoeSize`)).status).toBe(400);
});

test('Calendars.ReadBasic has no body; Calendars.Read has, as text or HTML', async () => {
  const bodies = async (prefer: string) =>
    ((await harness.get(FIRST, { Prefer: prefer })).json() as unknown as Page).value.filter(
      (item) => 'body' in item,
    );
  expect(await bodies('odata.maxpagesize=50')).toEqual([]);
  await harness.as(MAYA, 'Calendars.Read');
  const texts = await bodies('outlook.body-content-type="text", odata.maxpagesize=50');
  expect(texts.length).toBeGreaterThan(30);
  expect(texts[0]).toMatchObject({ body: { contentType: 'text' }, bodyPreview: expect.any(String) });
  expect((await bodies('odata.maxpagesize=5'))[0]).toMatchObject({ body: { contentType: 'html' } });
});

test('times follow outlook.timezone, all-day events stay at midnight', async () => {
  const find = async (Prefer: string) => {
    const view = await harness.get(
      `${V1}/me/calendarView?startDateTime=2026-11-23T00:00&endDateTime=2026-12-24T00:00&$top=999`,
      { Prefer },
    );
    return (view.json() as unknown as Page).value;
  };
  const utc = await find('outlook.timezone="UTC"');
  const paris = await find('outlook.timezone="Romance Standard Time"');
  const review = (items: readonly Item[]) =>
    items.find(({ subject }) => subject === 'Quarterly budget review')?.['start'];
  expect(review(utc)).toEqual({ dateTime: '2026-11-23T15:24:00.0000000', timeZone: 'UTC' });
  expect(review(paris)).toEqual({
    dateTime: '2026-11-23T16:24:00.0000000',
    timeZone: 'Romance Standard Time',
  });
  const days = paris.filter((item) => item['isAllDay']);
  expect(days.length).toBeGreaterThan(3);
  for (const day of days)
    expect(day['start']).toMatchObject({ dateTime: expect.stringContaining('T00:00:00') });
  expect((await harness.get(FIRST, { Prefer: 'outlook.timezone="Mars/Olympus"' })).status).toBe(400);
});

test('calendarView: instances in full, no masters, select and paging; together the agenda', async () => {
  const found: Item[] = [];
  let link: string | undefined =
    `${FIRST.replace('/delta', '')}&$select=subject,start,end,type,seriesMasterId&$top=100&$orderby=start/dateTime`;
  while (link !== undefined) {
    const page = (await harness.get(link)).json() as unknown as Page;
    found.push(...page.value);
    link = page['@odata.nextLink'];
  }
  const agenda = harness.world.graph.calendar(MAYA.username).agenda(WINDOW);
  expect(found.map(({ id }) => id).sort()).toEqual(agenda.map(({ id }) => id).sort());
  const starts = found.map((item) => (item['start'] as { dateTime: string }).dateTime);
  expect(starts).toEqual([...starts].sort());
  expect(found.every(({ type, subject }) => type !== 'seriesMaster' && subject !== undefined)).toBe(true);
  expect(found[0]).not.toHaveProperty('location');
});

test('one event by id of either form; 404 once its series is gone', async () => {
  const calendar = harness.world.graph.calendar(MAYA.username);
  const master = calendar.truth(WINDOW).find(({ type }) => type === 'master')?.id ?? '';
  const url = `${V1}/me/events/${encodeURIComponent(master)}?$select=id,subject,start,end,location,locations,isCancelled,seriesMasterId,iCalUId,changeKey`;
  expect((await harness.get(url)).json()).toMatchObject({ id: master, subject: expect.any(String) });
  calendar.removeSeries(master);
  const gone = await harness.get(url);
  expect([gone.status, codeOf(gone)]).toEqual([404, 'ErrorItemNotFound']);
});

test('a person without a mailbox', async () => {
  await harness.as(NO_MAILBOX, 'Calendars.ReadBasic');
  const answer = await harness.get(FIRST);
  expect([answer.status, codeOf(answer)]).toEqual([404, 'MailboxNotEnabledForRESTAPI']);
  expect((await harness.get(`${V1}/me`)).status).toBe(200);
});

test('every write is refused and remembered; unknown paths are refused', async () => {
  const write = await harness.visitor.ask(`${V1}/me/events`, { method: 'POST' });
  expect(write.status).toBe(405);
  expect(harness.world.graph.writes).toEqual(['POST /me/events']);
  expect((await harness.get(`${V1}/me/horoscope`)).status).toBe(400);
  expect((await harness.get('https://graph.microsoft.com/v2.0/me')).status).toBe(400);
});

test('a smooth texture can be asked for', async () => {
  await harness.world.close();
  const smooth = Object.fromEntries(Object.keys(ORDINARY_DAY).map((key) => [key, 0]));
  harness = await startHarness('Calendars.ReadBasic', { graph: { ...friendlyGraph(), texture: smooth } });
  const { pages } = await harness.round(FIRST);
  const items = pages.flatMap(({ value }) => value);
  expect(items).toHaveLength(harness.world.graph.calendar(MAYA.username).truth(WINDOW).length);
});
