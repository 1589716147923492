import type { SettingReading } from '../utils/model/settings.ts';
import { lockWords, valueWords } from '../utils/model/setting-words.ts';
import { Icon } from './icon.tsx';
import { Text } from './words.tsx';

/** A value as the portal showed it; one that could not be read says so. */
export function ReadingValue({ value }: Pick<SettingReading, 'value'>) {
  const words = valueWords(value);
  if (words === null)
    return (
      <span class="word none">
        <Icon name="unknown" />
        <Text of={{ key: 'workbench_not_recognised' }} />
      </span>
    );
  return Array.isArray(words) ? (
    <>
      {words.map((name) => (
        <code key={name}>{name} </code>
      ))}
    </>
  ) : (
    <span class="val">
      <Text of={words} />
    </span>
  );
}

/** What a padlock says, under the value. An open one is the rule and says nothing. */
export function ReadingLock({ lock }: Pick<SettingReading, 'lock'>) {
  const words = lockWords(lock);
  return words ? (
    <span class="meta lk">
      {lock === 'locked' && <Icon name="lock" />}
      <Text of={words} />
    </span>
  ) : null;
}
