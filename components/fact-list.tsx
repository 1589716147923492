import type { HealthFact } from '../utils/model/health.ts';
import { Age } from './age.tsx';
import { Text } from './words.tsx';

/** "What this rests on": name, value, age. A fact past its limit is grey and says so. */
export function FactList({ facts }: { readonly facts: readonly HealthFact[] }) {
  return (
    <section class="facts">
      <h2>
        <Text of={{ key: 'popup_rests_on' }} />
      </h2>
      <dl>
        {facts.map((fact) => (
          <div key={fact.name.key}>
            <dt>
              <Text of={fact.name} />
            </dt>
            <dd class={fact.stale ? 'v old' : 'v'}>
              <Text of={fact.value} />
            </dd>
            <dd class="when">
              <Age at={fact.observedAt} old={fact.stale} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
