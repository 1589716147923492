import { ageOf } from '../utils/core/age.ts';
import { Icon } from './icon.tsx';
import { Text, useReading } from './words.tsx';

interface PageNoticeProps {
  /** ms since the epoch */
  readonly seenAt: number;
  /** How much of the page is known; absent where nothing is. */
  readonly canary?: { readonly recognised: number; readonly expected: number };
  readonly onCopy: () => void;
  readonly onTeach: () => void;
}

/** One neutral line: a portal page is not, or not all, the one we know. With two ways to help: its outline, or showing what is what. */
export function PageNotice({ seenAt, canary, onCopy, onTeach }: PageNoticeProps) {
  const { now } = useReading();
  const age = ageOf(seenAt, now);
  return (
    <section class="page">
      <Icon name="unknown" />
      <div>
        <h2>
          <Text
            of={canary ? { key: 'teach_recognised', params: { ...canary } } : { key: 'popup_unfamiliar' }}
          />
        </h2>
        <p>
          <Text of={{ key: canary ? 'teach_recognised_why' : 'popup_unfamiliar_why', params: { age } }} />{' '}
          <Text of={{ key: 'teach_outline_why' }} />
        </p>
        <p class="acts">
          <button type="button" class="btn small" onClick={onCopy}>
            <Text of={{ key: 'teach_copy_outline' }} />
          </button>
          <button type="button" class="btn small" onClick={onTeach}>
            <Text of={{ key: 'teach_show_me' }} />
          </button>
        </p>
      </div>
    </section>
  );
}
