import type { Message } from '../utils/model/words.ts';
import { Text } from './words.tsx';

interface SegmentedProps<Value extends string> {
  readonly name: string;
  readonly label: Message;
  /** A message, or a name that no language translates. */
  readonly options: readonly (readonly [value: Value, name: Message | string])[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few, side by side: radio buttons that look like a strip. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { name, label, options, value, onChange } = props;
  return (
    <fieldset class="seg">
      <legend class="sr">
        <Text of={label} />
      </legend>
      {options.map(([each, text]) => (
        <label key={each}>
          <input
            type="radio"
            class="sr"
            name={name}
            value={each}
            checked={each === value}
            onChange={() => onChange(each)}
          />
          <span>{typeof text === 'string' ? text : <Text of={text} />}</span>
        </label>
      ))}
    </fieldset>
  );
}
