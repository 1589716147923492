import type { Message } from '../utils/model/words.ts';
import { Text } from './words.tsx';

/** What to press on the page the action opens; we never press it ourselves. */
export function Steps({ steps }: { readonly steps: readonly Message[] }) {
  return (
    <section class="steps">
      <h2>
        <Text of={{ key: 'popup_then' }} />
      </h2>
      <ol>
        {steps.map((step) => (
          <li key={step.key}>
            <span>
              <Text of={step} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
