import type { Message, Say } from '../../model/words.ts';
import { type GrantAtTwo, grantsAtTwo } from '../grants.ts';
import { iso, written } from '../moment.ts';
import type { EvidenceInput, Part } from './pack.ts';

const KIND: Readonly<Record<GrantAtTwo['grant']['kind'], Message>> = {
  application: { key: 'report_application' },
  delegated: { key: 'report_delegated' },
};
const RESOURCE = { graph: 'Microsoft Graph', exchange: 'Exchange Online', other: '–' } as const;

const result = (compared: boolean, { before, after }: GrantAtTwo) => {
  if (!compared) return { id: 'not-compared', words: { key: 'report_not_compared' } } as const;
  if (before === after) return { id: 'same', words: { key: 'report_same' } } as const;
  return after
    ? ({ id: 'added', words: { key: 'report_added' } } as const)
    : ({ id: 'removed', words: { key: 'report_removed' } } as const);
};

/** What Zoom's apps hold in Entra, permission by permission, at the two moments. Of people only their number is known. */
export function permissionsPart({ snapshots, before, after }: EvidenceInput, say: Say): Part {
  return {
    id: 'permissions',
    title: { key: 'report_part_permissions' },
    columns: [
      { id: 'app', title: { key: 'report_col_app' } },
      { id: 'permission', title: { key: 'report_col_permission' } },
      { id: 'kind', title: { key: 'report_col_kind' } },
      { id: 'before', title: { key: 'report_col_before' } },
      { id: 'beforeSeen', title: { key: 'report_col_seen_before' } },
      { id: 'after', title: { key: 'report_col_after' } },
      { id: 'afterSeen', title: { key: 'report_col_seen_after' } },
      { id: 'result', title: { key: 'report_col_result' } },
    ],
    *rows() {
      const { beforeSeen, afterSeen, rows } = grantsAtTwo(snapshots, before, after);
      const seen = (at: number | null) => (at === null ? '–' : written(at));
      const held = (there: boolean, at: number | null) =>
        at === null ? '–' : there ? say({ key: 'report_held' }) : say({ key: 'report_not_held' });
      for (const row of rows) {
        const { appId, app, permission, kind, resource, everybody, people } = row.grant;
        const found = result(beforeSeen !== null && afterSeen !== null, row);
        yield {
          raw: {
            appId,
            app,
            permission,
            kind,
            resource,
            ...(everybody === undefined ? {} : { everybody }),
            ...(people === undefined ? {} : { people }),
            before: beforeSeen === null ? null : { held: row.before, seenAt: iso(beforeSeen) },
            after: afterSeen === null ? null : { held: row.after, seenAt: iso(afterSeen) },
            result: found.id,
          },
          cells: {
            app: `${app} (${appId})`,
            permission,
            kind: `${say(KIND[kind])}, ${RESOURCE[resource]}`,
            before: held(row.before, beforeSeen),
            beforeSeen: seen(beforeSeen),
            after: held(row.after, afterSeen),
            afterSeen: seen(afterSeen),
            result: say(found.words),
          },
        };
      }
    },
  };
}
