import type { ConfigSource } from '../utils/model/messages.ts';
import type { Message } from '../utils/model/words.ts';
import { Icon } from './icon.tsx';
import { Text } from './words.tsx';

interface FieldProps {
  readonly name: string;
  readonly label: Message;
  readonly help: Message;
  readonly value: string;
  readonly source: ConfigSource;
  readonly error: Message | null;
  readonly onInput: (value: string) => void;
}

const SOURCE: Record<ConfigSource, Message> = {
  policy: { key: 'options_source_policy' },
  options: { key: 'options_source_options' },
  build: { key: 'options_source_build' },
  default: { key: 'options_source_default' },
};

/** One value, where it comes from, and what is wrong with it. A value set by policy is shown and cannot be changed. */
export function Field({ name, label, help, value, source, error, onInput }: FieldProps) {
  const locked = source === 'policy';
  return (
    <div class="fld">
      <label for={name}>
        <Text of={label} />
      </label>
      <span class={locked ? 'inp locked' : 'inp'}>
        <input
          id={name}
          name={name}
          value={value}
          readOnly={locked}
          spellcheck={false}
          autocomplete="off"
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={`${name}-about`}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        {locked && <Icon name="lock" />}
      </span>
      <p id={`${name}-about`} class={error ? 'wrong bad' : 'meta'}>
        {error ? (
          <>
            <Icon name="bad" />
            <Text of={error} />
          </>
        ) : (
          <>
            <Text of={value === '' ? { key: 'options_source_none' } : SOURCE[source]} />
            {' · '}
            <Text of={help} />
          </>
        )}
      </p>
    </div>
  );
}
