import { Icon } from './icon.tsx';
import { Text } from './words.tsx';

/** Another window of Microsoft's stands open, or may: what to do with it. */
export function WindowNotice({ state }: { readonly state: 'open' | 'left' }) {
  return (
    <section class="page window">
      <Icon name="person" />
      <p>
        <Text of={{ key: state === 'open' ? 'popup_window_open' : 'popup_window_left' }} />
      </p>
    </section>
  );
}
