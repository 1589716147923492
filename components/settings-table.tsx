import type { FactBook, PortalFact } from '../utils/model/facts.ts';
import { isStale } from '../utils/model/facts.ts';
import type { SettingId } from '../utils/model/settings.ts';
import type { Message } from '../utils/model/words.ts';
import { Age } from './age.tsx';
import { Icon } from './icon.tsx';
import { lockWords, SETTING_NAMES, valueWords } from '../utils/model/setting-words.ts';
import { Text, useReading } from './words.tsx';

const LEVELS = [
  ['account', { key: 'workbench_level_account' }],
  ['group', { key: 'workbench_level_group' }],
  ['user', { key: 'workbench_level_user' }],
] as const satisfies readonly (readonly [string, Message])[];

type Reading = NonNullable<PortalFact['settings'][SettingId]>;

function Value({ reading }: { readonly reading: Reading }) {
  const words = valueWords(reading.value);
  const lock = lockWords(reading.lock);
  return (
    <>
      {words === null ? (
        <span class="word none">
          <Icon name="unknown" />
          <Text of={{ key: 'workbench_not_recognised' }} />
        </span>
      ) : Array.isArray(words) ? (
        words.map((name) => <code key={name}>{name} </code>)
      ) : (
        <span class="val">
          <Text of={words} />
        </span>
      )}
      {lock && (
        <span class="meta lk">
          {reading.lock === 'locked' && <Icon name="lock" />}
          <Text of={lock} />
        </span>
      )}
    </>
  );
}

/** The settings as last seen, level by level, each level with its age. A level never seen says so. */
export function SettingsTable({ facts }: { readonly facts: FactBook }) {
  const { now } = useReading();
  const seen = LEVELS.map(([level, name]) => ({ level, name, fact: facts[`portal/${level}`] }));
  const ids = (Object.keys(SETTING_NAMES) as SettingId[]).filter((id) =>
    seen.some(({ fact }) => fact?.value.settings[id] !== undefined),
  );
  return (
    <table class="table matrix">
      <thead>
        <tr>
          <th scope="col">
            <Text of={{ key: 'workbench_col_setting' }} />
          </th>
          {seen.map(({ level, name, fact }) => (
            <th scope="col" key={level}>
              <Text of={name} />
              <span class="sub">
                {fact ? (
                  <Age at={fact.observedAt} old={isStale(fact, now)} />
                ) : (
                  <Text of={{ key: 'workbench_not_seen' }} />
                )}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ids.length === 0 && (
          <tr>
            <td colSpan={1 + LEVELS.length}>
              <Text of={{ key: 'workbench_not_seen_why' }} />
            </td>
          </tr>
        )}
        {ids.map((id) => (
          <tr key={id}>
            <th scope="row">
              <Text of={SETTING_NAMES[id]} />
            </th>
            {seen.map(({ level, fact }) => {
              const reading = fact?.value.settings[id];
              return (
                <td key={level} class={fact && isStale(fact, now) ? 'old' : ''}>
                  {reading ? <Value reading={reading} /> : '–'}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
