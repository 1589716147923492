import { useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { Text } from '../../components/words.tsx';
import { BOOK_NAMES } from '../../utils/model/baselines.ts';
import type { BaselineProfile, OwnBaseline } from '../../utils/model/policy.ts';
import { BASELINE_PROFILES } from '../../utils/model/policy.ts';
import type { Message } from '../../utils/model/words.ts';
import { send, told } from '../shared/acts.ts';

const HINT: Readonly<Record<BaselineProfile, Message>> = {
  'zoom-field-guide': { key: 'baseline_option_guide_hint' },
  'cis-zoom': { key: 'baseline_option_cis_hint' },
};

interface BaselinesCardProps {
  readonly chosen: readonly BaselineProfile[];
  /** By policy: shown, and not to be changed here. */
  readonly decided: boolean;
  readonly own?: OwnBaseline;
}

function Choice({
  id,
  checked,
  locked,
  name,
  hint,
  onChoose,
}: {
  id: string;
  checked: boolean;
  locked: boolean;
  name: Message;
  hint: Message;
  onChoose?: (on: boolean) => void;
}) {
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        disabled={locked}
        aria-describedby={`${id}-about`}
        onChange={({ currentTarget }) => onChoose?.(currentTarget.checked)}
      />
      <label for={id}>
        <Text of={name} />
        {locked && <Icon name="lock" />}
      </label>
      <p id={`${id}-about`} class="meta">
        <Text of={hint} />
      </p>
    </div>
  );
}

/** Which rule books to compare with: none, one or more. The organisation's choice, where it made one, stands. */
export function BaselinesCard({ chosen, decided, own = {} }: BaselinesCardProps) {
  const [picked, setPicked] = useState(chosen);
  const [notice, setNotice] = useState<Message | null>(null);
  const shown = decided ? chosen : picked;
  const choose = async (profile: BaselineProfile, on: boolean) => {
    const before = picked;
    const profiles = BASELINE_PROFILES.filter((one) => (one === profile ? on : before.includes(one)));
    setPicked(profiles);
    let kept = false;
    setNotice(
      await told(async () => {
        await send('baselines/choose', { profiles });
        kept = true;
        return { key: 'baseline_saved' };
      }),
    );
    // A box may not say what was not kept.
    if (!kept) setPicked(before);
  };
  const count = Object.keys(own).length;
  return (
    <div class="card">
      <div class="in" role="group" aria-labelledby="baselines">
        {BASELINE_PROFILES.map((profile) => (
          <Choice
            key={profile}
            id={`baseline-${profile}`}
            checked={shown.includes(profile)}
            locked={decided}
            name={BOOK_NAMES[profile]}
            hint={HINT[profile]}
            onChoose={(on) => void choose(profile, on)}
          />
        ))}
        {count > 0 && (
          <Choice
            id="baseline-own"
            checked
            locked
            name={{ key: 'baseline_option_own', params: { count } }}
            hint={{ key: 'baseline_option_own_hint' }}
          />
        )}
      </div>
      <div class="in">
        <div class="row">
          <p>
            {decided && (
              <>
                <Text of={{ key: 'baseline_decided' }} />
                {' · '}
              </>
            )}
            <Text
              of={{
                key:
                  shown.length === 0
                    ? 'baseline_none_chosen'
                    : shown.length === 1
                      ? 'baseline_one_chosen'
                      : 'baseline_both_chosen',
              }}
            />
          </p>
          <span class="meta" role="status">
            {notice && <Text of={notice} />}
          </span>
        </div>
      </div>
    </div>
  );
}
