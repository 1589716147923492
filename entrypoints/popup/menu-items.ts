import type { MenuItem } from '../../components/menu.tsx';
import type { Stored } from '../shared/load.ts';

export type MenuId =
  | 'sync-now'
  | 'guide-test'
  | 'guide-setup'
  | 'choose-account'
  | 'open-profile'
  | 'show-notes'
  | 'copy-state'
  | 'sign-out';

/**
 * The popup's menu; what would do nothing is not in it.
 *
 * @param guidable a page of the portal is in front
 */
export function menuItems(
  { facts, hidden }: Stored,
  guidable: boolean,
): (MenuItem & { readonly id: MenuId })[] {
  const signedIn = facts['microsoft/account'] !== undefined;
  return [
    ...(signedIn
      ? [{ id: 'sync-now', label: { key: 'popup_sync_now' }, icon: 'sync', letter: 'S' } as const]
      : []),
    { id: 'open-profile', label: { key: 'health_do_profile' }, icon: 'out', letter: 'P' },
    ...(guidable
      ? [
          { id: 'guide-test', label: { key: 'guide_start_test' }, letter: 'T' } as const,
          { id: 'guide-setup', label: { key: 'guide_start_setup' } } as const,
        ]
      : []),
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
