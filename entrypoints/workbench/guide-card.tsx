import { useState } from 'preact/hooks';
import { Text } from '../../components/words.tsx';
import type { FactBook } from '../../utils/model/facts.ts';
import type { GuideKind } from '../../utils/model/guide.ts';
import type { Message } from '../../utils/model/words.ts';
import { told } from '../shared/acts.ts';
import { startGuide } from '../shared/guide.ts';

const KINDS = [
  ['test', 'guide_start_test'],
  ['setup', 'guide_start_setup'],
] as const satisfies readonly (readonly [GuideKind, Message['key']])[];

/** The two guides, and where they begin. */
export function GuideCard({ facts }: { readonly facts: FactBook }) {
  const [notice, setNotice] = useState<Message | null>(null);
  const start = async (kind: GuideKind) => {
    setNotice(null);
    setNotice(await told(() => startGuide(kind, facts)));
  };
  return (
    <section class="card prose">
      <h2>
        <Text of={{ key: 'guide_help_title' }} />
      </h2>
      <p>
        <Text of={{ key: 'guide_help_text' }} />
      </p>
      <p class="acts">
        {KINDS.map(([kind, key]) => (
          <button key={kind} type="button" class="btn" onClick={() => start(kind)}>
            <Text of={{ key }} />
          </button>
        ))}
      </p>
      <p class="notice" role="status">
        {notice && <Text of={notice} />}
      </p>
    </section>
  );
}
