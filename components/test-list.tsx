import type { Message } from '../utils/model/words.ts';
import type { IconName } from './icon.tsx';
import { Icon } from './icon.tsx';
import { Text } from './words.tsx';

/** `later`: nobody has granted it yet, which is no failure. */
export type TestState = 'waiting' | 'busy' | 'pass' | 'fail' | 'later';

export interface TestRow {
  readonly name: Message;
  readonly state: TestState;
  readonly detail?: Message;
  /** Microsoft's own code, to copy. */
  readonly code?: string;
  /** Further sentences for codes that only a window showed. */
  readonly more?: readonly { readonly code: string; readonly sentence: Message }[];
}

const LOOK: Readonly<Record<TestState, readonly [icon: IconName, hue: string, word: Message]>> = {
  waiting: ['unknown', 'none', { key: 'options_test_waiting' }],
  busy: ['work', 'busy', { key: 'options_test_busy' }],
  pass: ['good', 'good', { key: 'report_pass' }],
  fail: ['bad', 'bad', { key: 'options_test_fail' }],
  later: ['person', 'ask', { key: 'options_test_later' }],
};

/** The steps of a test in their order: one live list, told politely as each step ends. */
export function TestList({ rows }: { readonly rows: readonly TestRow[] }) {
  return (
    <ol class="tests" aria-live="polite" aria-relevant="additions text">
      {rows.map(({ name, state, detail, code, more = [] }) => {
        const [icon, hue, word] = LOOK[state];
        return (
          <li key={name.key} class={`${hue} ${state}`}>
            <span class="word">
              <Icon name={icon} {...(state === 'busy' ? { class: 'turning' } : {})} />
              <Text of={word} />
            </span>
            <div>
              <p class="b">
                <Text of={name} />
              </p>
              {detail && (
                <p class="why">
                  <Text of={detail} /> {code !== undefined && <code>{code}</code>}
                </p>
              )}
              {more.length > 0 && (
                <dl>
                  {more.map((one) => (
                    <div key={one.code}>
                      <dt>
                        <code>{one.code}</code>
                      </dt>
                      <dd>
                        <Text of={one.sentence} />
                      </dd>
                    </div>
                  ))}
                </dl>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
