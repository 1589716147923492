import type { EntraAppsFact } from '../model/entra.ts';
import { isRead } from '../model/entra.ts';
import type { FactStore } from '../model/ports.ts';
import type { HeldGrant } from '../model/snapshots.ts';

/** What the apps hold, a line a permission, in an order of its own; `null` when a part of it was not read. */
export function heldGrants({ found }: EntraAppsFact): HeldGrant[] | null {
  if (!isRead(found)) return null;
  const lines: HeldGrant[] = [];
  for (const { appId, name: app, application, delegated, more } of found.value.apps) {
    if (!isRead(application) || !isRead(delegated) || more) return null;
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
      const apps = key === 'entra/apps' ? (fact.value as EntraAppsFact) : null;
      const held = apps && heldGrants(apps);
      if (!held) return store.put(key, fact);
      // With the fact or not at all: a wipe in between would leave a row of a tenant nobody is signed in to.
      return store.put(key, fact, {
        page: 'entra-apps',
        scope: apps.tenantId,
        seenAt: fact.observedAt,
        settings: [],
        held,
      });
    },
  };
}
