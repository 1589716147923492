import type { MeetingReason } from '../utils/model/meetings.ts';
import { Icon } from './icon.tsx';
import { Reason } from './reason.tsx';

/** What keeps every meeting from syncing, said once above the table; nothing when there is no such thing. */
export function GeneralReasons({ of: reasons }: { readonly of: readonly MeetingReason[] }) {
  if (reasons.length === 0) return null;
  return (
    <div class="general">
      <Icon name="warn" />
      <ul>
        {reasons.map((reason) => (
          <Reason key={reason.words.key} of={reason} />
        ))}
      </ul>
    </div>
  );
}
