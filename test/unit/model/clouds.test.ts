import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cursorFits, freshCursor } from '../../../utils/calendar/cursor.ts';
import { trusted } from '../../../utils/calendar/cloud.ts';
import { adminConsentUrl } from '../../../utils/checks/health-admin.ts';
import { CLOUD_IDS, CLOUDS, cloudRow, graphOrigin, isCloud } from '../../../utils/model/clouds.ts';
import { readPolicy } from '../../../utils/model/policy-reading.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const read = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')) as Record<string, unknown>;

describe('the clouds', () => {
  it('are Microsoft’s, one row each', () => {
    expect(CLOUD_IDS.map((id) => [id, CLOUDS[id].signIn, CLOUDS[id].graph, CLOUDS[id].portal])).toEqual([
      ['global', 'login.microsoftonline.com', 'graph.microsoft.com', 'entra.microsoft.com'],
      ['gcc-high', 'login.microsoftonline.us', 'graph.microsoft.us', 'portal.azure.us'],
      ['dod', 'login.microsoftonline.us', 'dod-graph.microsoft.us', 'portal.azure.us'],
      ['china', 'login.partner.microsoftonline.cn', 'microsoftgraph.chinacloudapi.cn', 'portal.azure.cn'],
    ]);
  });

  it.each(['constructor', 'Global', '', undefined, 3])('do not include %s', (value) => {
    expect(isCloud(value)).toBe(false);
    expect(cloudRow(String(value))).toBeNull();
  });

  it('can be set by policy, all of them and no other: the schema leaves the judging to us, so that a bad one is named', () => {
    const { cloud } = (
      read('public/managed_schema.json') as { properties: { cloud: { description: string } } }
    ).properties;
    expect(cloud).not.toHaveProperty('enum');
    for (const id of CLOUD_IDS) {
      expect(cloud.description).toContain(`'${id}'`);
      expect(readPolicy({ cloud: id })).toEqual({ policy: { cloud: id }, refused: [] });
    }
    expect(readPolicy({ cloud: 'mars' }).refused).toEqual([{ field: 'cloud', reason: 'wrong-value' }]);
  });

  it('are in the manifest: one host always, the others on demand', () => {
    const golden = read('test/fixtures/manifest.golden.json');
    expect(golden['host_permissions']).toEqual([graphOrigin('global'), 'https://*.zoom.us/*']);
    expect(golden['optional_host_permissions']).toEqual(
      expect.arrayContaining(CLOUD_IDS.filter((id) => id !== 'global').map(graphOrigin)),
    );
  });
});

describe('a stored link', () => {
  it.each(CLOUD_IDS)('of %s is used in that cloud alone', (id) => {
    const cursor = freshCursor(NOW, 'delta', 'maya', id);
    expect(new URL(cursor.link).host).toBe(CLOUDS[id].graph);
    for (const other of CLOUD_IDS) {
      expect(trusted(cursor.link, other), other).toBe(id === other);
      expect(cursorFits(cursor, 'maya', other), other).toBe(id === other);
      // A record that claims the right cloud with the wrong link is refused for the link.
      expect(cursorFits({ ...cursor, cloud: other }, 'maya', other), other).toBe(id === other);
    }
  });
});

describe('the approval link', () => {
  it.each(CLOUD_IDS)('of %s names its own hosts', (id) => {
    const url = new URL(
      adminConsentUrl({
        config: { clientId: '5d0b7c1e-0000-4000-8000-00000000c1e7', tenant: 'organizations', cloud: id },
        redirectUri: 'https://abc.chromiumapp.org/',
      }) ?? '',
    );
    expect(url.host).toBe(CLOUDS[id].signIn);
    for (const scope of url.searchParams.get('scope')?.split(' ') ?? [])
      expect(new URL(scope).host).toBe(CLOUDS[id].graph);
  });
});
