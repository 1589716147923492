import { beforeEach, describe, expect, it, vi } from 'vitest';
import { erase } from '../../../../utils/adapters/browser/erase.ts';
import {
  askForHosts,
  followHosts,
  giveHostsBack,
  hostsAllowed,
} from '../../../../utils/adapters/browser/extra-hosts.ts';
import { extraHostOf, isPortalAddress } from '../../../../utils/model/portal-hosts.ts';
import { fakeBrowser, resetFakeBrowser } from './fake-browser.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser }));

const { permissions, scripting } = fakeBrowser;

beforeEach(resetFakeBrowser);

describe('further hosts', () => {
  it('have the portal’s script while they are allowed, once, and not after', async () => {
    await followHosts();
    expect(scripting.registered.size).toBe(0);
    await askForHosts('proxy');
    await Promise.all([followHosts(), followHosts()]);
    expect([...scripting.registered.keys()]).toEqual(['portal-proxy', 'personal-proxy']);
    expect(scripting.registered.get('portal-proxy')).toMatchObject({
      js: ['content-scripts/portal.js'],
      matches: expect.arrayContaining([
        'https://*.zoom.us.mcas.ms/account/setting*',
        'https://*.zoomgov.com.mcas.ms/profile/setting*',
      ]),
      excludeMatches: expect.arrayContaining(['https://marketplace.zoom.us.mcas.ms/*']),
      persistAcrossSessions: true,
    });
    expect(scripting.registered.get('personal-proxy')).toMatchObject({
      js: ['content-scripts/personal.js'],
      matches: expect.arrayContaining(['https://*.zoomgov.com.mcas.ms/profile*']),
      excludeMatches: expect.arrayContaining(['https://*.zoomgov.com.mcas.ms/profile/setting*']),
    });
    await giveHostsBack('proxy');
    await followHosts();
    expect([await hostsAllowed('proxy'), scripting.registered.size]).toEqual([false, 0]);
  });

  it('are given back when everything is deleted, with every other permission given by a click', async () => {
    await askForHosts('gov');
    await askForHosts('proxy');
    await permissions.request({
      permissions: ['notifications'],
      origins: ['https://dod-graph.microsoft.us/*'],
    });
    await followHosts();
    expect(scripting.registered.size).toBe(4);
    await erase.everything();
    expect([permissions.granted.size, scripting.registered.size]).toEqual([0, 0]);
  });
});

describe('portal hosts', () => {
  it.each([
    ['zoom.us', null, true],
    ['acme.zoom.us', null, true],
    ['acme.zoomgov.com', 'gov', true],
    ['zoomgov.com', 'gov', true],
    ['us02web.zoom.us.mcas.ms', 'proxy', true],
    ['zoomgov.com.mcas.ms', 'proxy', true],
    ['marketplace.zoom.us.mcas.ms', 'proxy', false],
    ['evil.mcas.ms', null, false],
    ['zoom.us.mcas.ms.evil.example', null, false],
    ['xzoom.us', null, false],
    ['portal.example.com', null, false],
  ])('%s needs %s; portal: %s', (host, needs, portal) => {
    expect(extraHostOf(host)).toBe(needs);
    expect(isPortalAddress(new URL(`https://${host}/account/setting`))).toBe(portal);
  });
});
