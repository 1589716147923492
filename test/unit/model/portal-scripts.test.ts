import { expect, it } from 'vitest';
import { matchesOf, OTHER_PRODUCTS, PORTAL_SCRIPTS } from '../../../utils/model/portal-hosts.ts';

const [settings, personal] = PORTAL_SCRIPTS.map((script) => matchesOf(script, 'https://*.zoom.us/*'));

it('each page of the portal has one content script', () => {
  expect(settings?.matches).toEqual([
    'https://*.zoom.us/account/setting*',
    'https://*.zoom.us/account/group*',
    'https://*.zoom.us/profile/setting*',
  ]);
  expect(personal?.matches).toEqual(['https://*.zoom.us/profile*', 'https://*.zoom.us/meeting*']);
  expect(personal?.excludeMatches).toContain('https://*.zoom.us/profile/setting*');
});

it.each(['marketplace', 'app', 'docs', 'hub', 'scheduler', 'go', 'us05tasks', 'events'])(
  'none is ever brought to %s.zoom.us, which serves another product',
  (name) => {
    expect(OTHER_PRODUCTS).toContain(name);
    for (const one of [settings, personal])
      expect(one?.excludeMatches).toContain(`https://${name}.zoom.us/*`);
  },
);
