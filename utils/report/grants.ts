import type { HeldGrant, Snapshot } from '../model/snapshots.ts';

/** One permission at two moments. */
export interface GrantAtTwo {
  readonly grant: HeldGrant;
  readonly before: boolean;
  readonly after: boolean;
}

export interface GrantsAtTwo {
  /** When each reading was made, ms since the epoch; `null`: none by then. */
  readonly beforeSeen: number | null;
  readonly afterSeen: number | null;
  readonly rows: readonly GrantAtTwo[];
}

const keyOf = ({ appId, kind, resource, permission }: HeldGrant) =>
  `${appId} ${kind} ${resource} ${permission}`;

/** What Zoom's apps held at two moments, permission by permission; the tenant is the one last read. */
export function grantsAtTwo(
  snapshots: readonly Snapshot[],
  before: number | null,
  after: number,
): GrantsAtTwo {
  const tenant = snapshots.findLast(({ page }) => page === 'entra-apps')?.scope;
  const looks = snapshots.filter(({ page, scope }) => page === 'entra-apps' && scope === tenant);
  const at = (moment: number) => looks.findLast(({ seenAt }) => seenAt <= moment) ?? null;
  const [was, is] = [before === null ? null : at(before), at(after)];
  const [one, other] = [was, is].map(
    (look) => new Map((look?.held ?? []).map((grant) => [keyOf(grant), grant])),
  );
  const keys = [...new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])].toSorted();
  return {
    beforeSeen: was?.seenAt ?? null,
    afterSeen: is?.seenAt ?? null,
    rows: keys.flatMap((key) => {
      const grant = other?.get(key) ?? one?.get(key);
      return grant ? [{ grant, before: one?.has(key) ?? false, after: other?.has(key) ?? false }] : [];
    }),
  };
}
