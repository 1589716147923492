import type { MessageKey } from '../utils/locales/keys.ts';
import { Text } from './words.tsx';

/** The heads of a table's columns. */
export function TableHead({ of }: { readonly of: readonly MessageKey[] }) {
  return (
    <thead>
      <tr>
        {of.map((key) => (
          <th scope="col" key={key}>
            <Text of={{ key }} />
          </th>
        ))}
      </tr>
    </thead>
  );
}
