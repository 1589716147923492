import { useState } from 'preact/hooks';
import type { Message } from '../utils/model/words.ts';
import { Icon } from './icon.tsx';
import { Text, useReading } from './words.tsx';

interface ReportCardProps {
  readonly text: string;
  /** Gives what to say afterwards. */
  readonly onCopy: (text: string) => Promise<Message | null>;
}

/** A text to look through and to copy whole. The button keeps the focus and says politely what happened. */
export function ReportCard({ text, onCopy }: ReportCardProps) {
  const { say } = useReading();
  const [told, setTold] = useState<Message | null>(null);
  return (
    <section class="card report" aria-labelledby="trouble">
      <header>
        <h2 id="trouble">
          <Text of={{ key: 'report_trouble' }} />
        </h2>
        <span class="meta" role="status">
          {told && <Text of={told} />}
        </span>
        <button type="button" class="btn small" onClick={async () => setTold(await onCopy(text))}>
          <Icon name="copy" />
          <Text of={{ key: 'options_copy' }} />
          <span class="sr">
            {' '}
            <Text of={{ key: 'report_trouble' }} />
          </span>
        </button>
      </header>
      <div class="in">
        <p class="quiet">
          <Text of={{ key: 'report_trouble_why' }} />
        </p>
        <pre tabIndex={0} role="group" aria-label={say({ key: 'report_trouble' })}>
          {text}
        </pre>
      </div>
    </section>
  );
}
