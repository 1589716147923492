import type { MenuItem } from '../../components/menu.tsx';
import type { Stored } from '../shared/load.ts';

export type MenuId =
  | 'sync-now'
  | 'choose-account'
  | 'open-profile'
  | 'show-notes'
  | 'copy-state'
  | 'sign-out';

/** The popup's menu; what would do nothing is not in it. */
export function menuItems({ facts, hidden }: Stored): (MenuItem & { readonly id: MenuId })[] {
  const signedIn = facts['microsoft/account'] !== undefined;
  return [
    ...(signedIn
      ? [{ id: 'sync-now', label: { key: 'popup_sync_now' }, icon: 'sync', letter: 'S' } as const]
      : []),
    { id: 'open-profile', label: { key: 'health_do_profile' }, icon: 'out', letter: 'P' },
    ...(hidden > 0
      ? [
          {
            id: 'show-notes',
            label: { key: 'popup_hidden_notes', params: { count: hidden } },
            icon: 'eye',
          } as const,
        ]
      : []),
    { id: 'copy-state', label: { key: 'popup_copy_state' }, icon: 'copy', letter: 'C' },
    ...(signedIn
      ? [
          { id: 'choose-account', label: { key: 'health_do_another_account' }, apart: true } as const,
          { id: 'sign-out', label: { key: 'popup_sign_out' } } as const,
        ]
      : []),
  ];
}
