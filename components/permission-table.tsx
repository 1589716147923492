import type { JudgedPermission } from '../utils/model/entra-view.ts';
import { kindWords, VERDICT_LOOK } from './entra-words.ts';
import { Icon } from './icon.tsx';
import { TableHead } from './table-head.tsx';
import { VerdictCell } from './verdict-cell.tsx';
import { Text } from './words.tsx';

const HEADS = ['audit_col_verdict', 'audit_col_permission', 'audit_col_why', 'audit_col_repair'] as const;

function Row({ of: { verdict, held, why }, href }: { readonly of: JudgedPermission; readonly href: string }) {
  const { tone, shape, word } = VERDICT_LOOK[verdict];
  return (
    <tr>
      <VerdictCell tone={tone} shape={shape} word={word} />
      <th scope="row">
        <code>{held.name ?? held.id ?? '?'}</code>
        <span class="sub">
          <Text of={kindWords(held)} />
        </span>
      </th>
      <td class="why">
        <Text of={why} />
      </td>
      <td class="step">
        {verdict !== 'expected' && (
          <a href={href} target="_blank" rel="noreferrer">
            <Text of={{ key: 'audit_open' }} />
            <span class="sr">: {held.name ?? held.id}</span>
            <Icon name="out" />
          </a>
        )}
      </td>
    </tr>
  );
}

/** What an app holds and lacks, worst first, each with its verdict, why, and where an admin repairs it. */
export function PermissionTable(props: { readonly permissions: readonly JudgedPermission[]; href: string }) {
  return (
    <table class="table perms stacked">
      <TableHead of={HEADS} />
      <tbody>
        {props.permissions.map((each) => (
          <Row
            key={`${each.verdict} ${each.held.kind} ${each.held.resource} ${each.held.name ?? each.held.id}`}
            of={each}
            href={props.href}
          />
        ))}
      </tbody>
    </table>
  );
}
