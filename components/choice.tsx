import type { ComponentChildren } from 'preact';
import type { Message } from '../utils/model/words.ts';
import { Text } from './words.tsx';

interface ChoiceProps {
  readonly name: string;
  readonly label: Message;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** `<option>`s. */
  readonly children: ComponentChildren;
}

/** A labelled list to choose one from. */
export function Choice({ name, label, value, onChange, children }: ChoiceProps) {
  return (
    <div class="fld">
      <label for={name}>
        <Text of={label} />
      </label>
      <select id={name} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {children}
      </select>
    </div>
  );
}
