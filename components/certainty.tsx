import { CERTAINTY_WORDS } from '../utils/model/certainty-words.ts';
import type { Certainty } from '../utils/model/findings.ts';
import { CertaintyBars } from './icon.tsx';
import { Text } from './words.tsx';

const LEVEL = { possible: 1, likely: 2, confirmed: 3 } as const;

/** How sure, as bars and a word. */
export function CertaintyMark({ of }: { readonly of: Certainty }) {
  return (
    <span class="cert">
      <CertaintyBars level={LEVEL[of]} />
      <Text of={CERTAINTY_WORDS[of]} />
    </span>
  );
}
