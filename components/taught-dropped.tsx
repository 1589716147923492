import { ageOf } from '../utils/core/age.ts';
import type { TaughtBook } from '../utils/model/ports.ts';
import { SETTING_NAMES } from '../utils/model/setting-names.ts';
import { PAGE_NAMES } from '../utils/model/taught-words.ts';
import { Icon } from './icon.tsx';
import { Text, useReading } from './words.tsx';

interface TaughtDroppedProps {
  readonly dropped: TaughtBook['dropped'];
  readonly onDismiss: () => void;
}

/** One neutral notice: what a person had pointed out is no longer as it was, so it was forgotten. */
export function TaughtDropped({ dropped, onDismiss }: TaughtDroppedProps) {
  const { now } = useReading();
  return (
    <section class="page">
      <Icon name="unknown" />
      <div>
        <h2>
          <Text of={{ key: 'teach_dropped' }} />
        </h2>
        {dropped.map(({ setting, page, at }) => (
          <p key={`${setting}@${page}`}>
            <Text
              of={{
                key: 'teach_dropped_which',
                params: { name: SETTING_NAMES[setting], page: PAGE_NAMES[page], age: ageOf(at, now) },
              }}
            />
          </p>
        ))}
        <p class="acts">
          <button type="button" class="btn small" onClick={onDismiss}>
            <Text of={{ key: 'teach_dismiss' }} />
          </button>
        </p>
      </div>
    </section>
  );
}
