import { useState } from 'preact/hooks';
import type { Message } from '../utils/model/words.ts';
import { Icon } from './icon.tsx';
import { Text } from './words.tsx';

interface CopyRowProps {
  readonly name: Message;
  readonly value: string;
  /** What is copied, for those who hear the button. */
  readonly what: Message;
  /** Gives what to say afterwards. */
  readonly onCopy: (value: string) => Promise<Message | null>;
}

/** An address to copy. The button keeps the focus and says politely what happened. */
export function CopyRow({ name, value, what, onCopy }: CopyRowProps) {
  const [told, setTold] = useState<Message | null>(null);
  return (
    <div class="copyrow">
      <span class="b">
        <Text of={name} />
      </span>
      <code>{value}</code>
      <span class="meta" role="status">
        {told && <Text of={told} />}
      </span>
      <button type="button" class="btn small" onClick={async () => setTold(await onCopy(value))}>
        <Icon name="copy" />
        <Text of={{ key: 'options_copy' }} />
        <span class="sr">
          {' '}
          <Text of={what} />
        </span>
      </button>
    </div>
  );
}
