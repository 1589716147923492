import type { ConfigSource } from '../utils/model/messages.ts';
import type { PolicyRow } from '../utils/model/policy-rows.ts';
import type { RefusedField } from '../utils/model/policy.ts';
import type { Message } from '../utils/model/words.ts';
import { Icon } from './icon.tsx';
import { TableHead } from './table-head.tsx';
import { Text } from './words.tsx';

const SOURCE: Readonly<Record<ConfigSource, Message>> = {
  policy: { key: 'policy_source_policy' },
  options: { key: 'policy_source_you' },
  build: { key: 'policy_source_build' },
  default: { key: 'policy_source_default' },
};

const WHY: Readonly<Record<RefusedField['reason'], Message>> = {
  'wrong-type': { key: 'policy_wrong_type' },
  'wrong-value': { key: 'policy_wrong_value' },
  'unknown-field': { key: 'policy_unknown_field' },
  'too-long': { key: 'policy_too_long' },
  'not-json': { key: 'policy_not_json' },
};

function Refused({ refused }: { readonly refused: readonly RefusedField[] }) {
  if (refused.length === 0) return null;
  return (
    <ul class="refused">
      {refused.map(({ field, reason }) => (
        <li key={`${field} ${reason}`}>
          <span class="word ask">
            <Icon name="warn" />
            <Text of={{ key: 'policy_refused' }} />
          </span>{' '}
          <code>{field}</code> <Text of={WHY[reason]} />
        </li>
      ))}
    </ul>
  );
}

interface PolicyTableProps {
  readonly rows: readonly PolicyRow[];
  /** Refused, and of no field we know. */
  readonly strange: readonly RefusedField[];
  /** BCP 47 */
  readonly locale: string;
}

/** Every field of the policy: the value in force, its source, its date, and what was refused of it with the reason. */
export function PolicyTable({ rows, strange, locale }: PolicyTableProps) {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <div class="wide" tabIndex={0} role="group" aria-labelledby="policy">
      <table class="table policy">
        <TableHead of={['policy_col_name', 'policy_col_value', 'policy_col_source', 'policy_col_since']} />
        <tbody>
          {rows.map(({ field, value, source, since, refused }) => (
            <tr key={field} data-field={field}>
              <th scope="row">
                <code>{field}</code>
                <Refused refused={refused} />
              </th>
              <td>{value.length === 0 ? '–' : value.map((line) => <code key={line}>{line}</code>)}</td>
              <td>
                {source === 'policy' && <Icon name="lock" />}
                <Text of={SOURCE[source]} />
              </td>
              <td>{since === null ? '–' : date.format(since)}</td>
            </tr>
          ))}
          {strange.length > 0 && (
            <tr data-field="">
              <th scope="row" colSpan={4}>
                <Refused refused={strange} />
              </th>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
