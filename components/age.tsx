import { ageOf } from '../utils/core/age.ts';
import type { Message } from '../utils/model/words.ts';
import { Icon } from './icon.tsx';
import { Text, useReading } from './words.tsx';

interface AgeProps {
  /** ms since the epoch; `null`: nobody has looked */
  readonly at: number | null;
  /** Past its limit. */
  readonly old?: boolean;
  /** A sentence around the age, as `{age}`. */
  readonly within?: Message;
}

/** How old a fact is; past its limit grey, with a dashed clock and a word for those who do not see it. */
export function Age({ at, old = false, within }: AgeProps) {
  const { now } = useReading();
  if (at === null) return <span class="age">–</span>;
  const age = ageOf(at, now);
  return (
    <span class={old ? 'age old' : 'age'}>
      {old && (
        <>
          <Icon name="stale" />
          <span class="sr">
            <Text of={{ key: 'popup_stale_prefix' }} />{' '}
          </span>
        </>
      )}
      <Text of={within ? { ...within, params: { ...within.params, age } } : age} />
    </span>
  );
}
