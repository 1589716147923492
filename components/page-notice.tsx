import { ageOf } from '../utils/core/age.ts';
import { Icon } from './icon.tsx';
import { Text, useReading } from './words.tsx';

/** One neutral line: a portal page looks different from the one we know, so no notes are on it. */
export function PageNotice({ seenAt }: { readonly seenAt: number }) {
  const { now } = useReading();
  return (
    <section class="page">
      <Icon name="unknown" />
      <div>
        <h2>
          <Text of={{ key: 'popup_unfamiliar' }} />
        </h2>
        <p>
          <Text of={{ key: 'popup_unfamiliar_why', params: { age: ageOf(seenAt, now) } }} />
        </p>
      </div>
    </section>
  );
}
