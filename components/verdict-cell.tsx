import type { Tone } from '../utils/model/health.ts';
import type { Message } from '../utils/model/words.ts';
import { Icon, type IconName } from './icon.tsx';
import { Text } from './words.tsx';

interface VerdictProps {
  readonly tone: Tone;
  readonly shape: IconName;
  readonly word: Message;
}

/** The cell of a table that says how something ended: hue, shape and word, never the hue alone. */
export function VerdictCell({ tone, shape, word }: VerdictProps) {
  return (
    <td class={tone}>
      <span class="word">
        <Icon name={shape} />
        <Text of={word} />
      </span>
    </td>
  );
}
