import { Icon } from './icon.tsx';
import { Text } from './words.tsx';

/** One line where the browser would not tell the policy: what is shown goes by what is stored and set here. */
export function PolicyNotice() {
  return (
    <p class="empty meta" role="status">
      <Icon name="warn" /> <Text of={{ key: 'error_policy_unreadable' }} />
    </p>
  );
}
