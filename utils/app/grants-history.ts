import type { EntraAppsFact } from '../model/entra.ts';
import { isRead } from '../model/entra.ts';
import type { FactStore } from '../model/ports.ts';
import type { HeldGrant } from '../model/snapshots.ts';

/** What the apps hold, a line a permission, in an order of its own; `null` when a part of it could not be read. */
export function heldGrants({ found }: EntraAppsFact): HeldGrant[] | null {
  if (!isRead(found)) return null;
  const lines: HeldGrant[] = [];
  for (const { appId, name: app, application, delegated } of found.value.apps) {
    if (!isRead(application) || !isRead(delegated)) return null;
    for (const { kind, resource, name, id, everybody, people } of [...application.value, ...delegated.value])
      lines.push({
        appId,
        app,
        kind,
        resource,
        permission: name ?? id ?? '?',
        ...(everybody === undefined ? {} : { everybody }),
        ...(people === undefined ? {} : { people }),
      });
  }
  const key = (line: HeldGrant) => `${line.appId} ${line.kind} ${line.resource} ${line.permission}`;
  return lines.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The store, keeping a dated row whenever a reading of Entra finds other permissions than the one before. */
export function keepingGrants(store: FactStore): FactStore {
  return {
    ...store,
    async put(key, fact) {
      await store.put(key, fact);
      if (key !== 'entra/apps') return;
      const { tenantId } = fact.value as EntraAppsFact;
      const held = heldGrants(fact.value as EntraAppsFact);
      if (!held) return;
      const last = await store.lastSnapshot('entra-apps', tenantId);
      if (last && JSON.stringify(last.held) === JSON.stringify(held)) return;
      await store.addSnapshot({
        page: 'entra-apps',
        scope: tenantId,
        seenAt: fact.observedAt,
        settings: [],
        held,
      });
    },
  };
}
