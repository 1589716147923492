import { request } from 'node:https';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSimClock } from '../clock/index.ts';
import { createVisitor } from '../wire/visitor.ts';
import { startWorld, type World } from './index.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

test('one port serves every host by its name; what was asked is logged without its query', async () => {
  const visitor = createVisitor(world);
  const statuses = async (urls: string[]) =>
    (await Promise.all(urls.map((url) => visitor.ask(url)))).map(({ status }) => status);
  expect(
    await statuses([
      'https://graph.microsoft.com/v1.0/me?secret=1',
      'https://login.microsoftonline.com/common/discovery/instance',
      'https://zoom.us/account/setting?tab=zoomMailCalendar',
      'https://library.zoom.com/anything',
    ]),
  ).toEqual([401, 200, 200, 200]);
  expect(world.log).toContainEqual(
    expect.objectContaining({ host: 'graph.microsoft.com', method: 'GET', path: '/v1.0/me', status: 401 }),
  );
  expect(JSON.stringify(world.log)).not.toContain('secret');
  expect(world.unexpected).toEqual([]);
  expect(world.failures).toEqual([]);
});

test('a host outside the world gets 502 and is listed', async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { Host: 'telemetry.example' };
    request(
      { host: '127.0.0.1', port: world.port, servername: 'zoom.us', ca: world.cert, headers },
      (res) => {
        res.resume();
        resolve(res.statusCode);
      },
    )
      .on('error', reject)
      .end();
  });
  expect(status).toBe(502);
  expect(world.unexpected).toEqual(['telemetry.example']);
});

test('Chromium flags map the hosts here and nothing elsewhere', () => {
  const [rules = '', pin = ''] = world.chromiumArgs();
  expect(rules).toContain(`MAP graph.microsoft.com:443 127.0.0.1:${world.port}`);
  expect(rules).toMatch(/MAP \* ~NOTFOUND, EXCLUDE 127\.0\.0\.1$/);
  expect(pin).toBe(`--ignore-certificate-errors-spki-list=${world.spki}`);
  expect(world.chromiumArgs({ everything: true })[0]).toContain(`MAP *:443 127.0.0.1:${world.port}`);
});

test('the clock: frozen or running with the machine, forward only', () => {
  const frozen = createSimClock({ start: 1000, frozen: true });
  frozen.advance(86_400_000);
  expect(frozen.now()).toBe(86_401_000);
  expect(() => frozen.advance(-1)).toThrow(RangeError);
  expect(Math.abs(createSimClock().now() - Date.now())).toBeLessThan(1000);
});
