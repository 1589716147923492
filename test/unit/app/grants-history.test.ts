import { describe, expect, it } from 'vitest';
import { keepingGrants } from '../../../utils/app/grants-history.ts';
import type { EntraApp, EntraAppsFact, HeldPermission } from '../../../utils/model/entra.ts';
import { memoryFacts } from './memory-facts.ts';

const held = (name: string): HeldPermission => ({ kind: 'application', resource: 'graph', name });
const app = (application: EntraApp['application']): EntraApp => ({
  appId: 'zoom',
  objectId: 'object',
  name: 'Zoom',
  publisher: 'Zoom',
  foundBy: 'known-id',
  enabled: true,
  assignmentRequired: false,
  application,
  delegated: { value: [{ kind: 'delegated', resource: 'graph', name: 'User.Read', people: 3 }] },
});
const reading = (application: EntraApp['application'], tenantId = 'tenant'): EntraAppsFact => ({
  tenantId,
  found: { value: { apps: [app(application)], lookAlikes: [], absent: [] } },
});

function scene() {
  const memory = memoryFacts();
  const store = keepingGrants(memory.store);
  let observedAt = 0;
  return {
    ...memory,
    read: (value: EntraAppsFact) => {
      observedAt += 1;
      return store.put('entra/apps', { value, source: 'microsoft-entra', observedAt, goodFor: 1 });
    },
  };
}

describe('the history of permissions', () => {
  it('has a row for each reading that found something else, and none for one that did not', async () => {
    const { read, snapshots } = scene();
    await read(reading({ value: [held('Mail.Read'), held('Calendars.Read')] }));
    await read(reading({ value: [held('Calendars.Read'), held('Mail.Read')] }));
    await read(reading({ value: [held('Calendars.Read')] }));
    expect(
      snapshots.map(({ seenAt, held: lines }) => [seenAt, lines?.map(({ permission }) => permission)]),
    ).toEqual([
      [1, ['Calendars.Read', 'Mail.Read', 'User.Read']],
      [3, ['Calendars.Read', 'User.Read']],
    ]);
  });

  it('takes what could not be read for no change', async () => {
    const { read, snapshots, book } = scene();
    const unread = { unread: { code: 'http-403', who: 'blocked' } } as const;
    await read(reading({ value: [held('Mail.Read')] }));
    await read(reading(unread));
    await read({ tenantId: 'tenant', found: unread });
    expect(snapshots).toHaveLength(1);
    expect(book()['entra/apps']?.observedAt).toBe(3);
  });

  it('has no row of a list that went on beyond what was read', async () => {
    const { read, snapshots } = scene();
    const cut = { ...app({ value: [held('Mail.Read')] }), more: true as const };
    await read({ tenantId: 'tenant', found: { value: { apps: [cut], lookAlikes: [], absent: [] } } });
    expect(snapshots).toEqual([]);
  });

  it('keeps tenants apart', async () => {
    const { read, snapshots } = scene();
    await read(reading({ value: [held('Mail.Read')] }, 'one'));
    await read(reading({ value: [held('Mail.Read')] }, 'two'));
    expect(snapshots.map(({ scope }) => scope)).toEqual(['one', 'two']);
  });
});
