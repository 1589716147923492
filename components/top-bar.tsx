import type { ComponentChildren } from 'preact';
import { Mark } from './icon.tsx';
import { Text } from './words.tsx';

interface TopBarProps {
  /** Sign-in name; `null`: nobody. */
  readonly account: string | null;
  readonly children: ComponentChildren;
}

/** The popup's header: mark, name, who is signed in, and its two buttons. */
export function TopBar({ account, children }: TopBarProps) {
  return (
    <header class="bar">
      <Mark />
      <div class="name">
        <b>Syncline</b>
        <span class="acct" title={account ?? undefined}>
          {account ?? <Text of={{ key: 'popup_not_signed_in' }} />}
        </span>
      </div>
      {children}
    </header>
  );
}
