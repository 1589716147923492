import type { RefusedField } from './policy.ts';
import type { PageId } from './settings.ts';
import type { Message } from './words.ts';

/** Our names of the pages a control can be taught on; on the others there is none. */
export const PAGE_NAMES: Readonly<Record<PageId, Message>> = {
  'account-settings': { key: 'teach_page_account' },
  'group-settings': { key: 'teach_page_group' },
  'user-settings': { key: 'teach_page_user' },
  profile: { key: 'setting_profile_connection' },
  meetings: { key: 'workbench_meetings' },
};

const REFUSED: Readonly<Record<RefusedField['reason'], (field: string) => Message>> = {
  'not-json': () => ({ key: 'teach_not_json' }),
  'wrong-type': (field) => ({ key: 'teach_wrong_type', params: { field } }),
  'wrong-value': (field) => ({ key: 'teach_wrong_value', params: { field } }),
  'unknown-field': (field) => ({ key: 'teach_unknown_field', params: { field } }),
  'too-long': (field) => ({ key: 'teach_too_long', params: { field } }),
};

/** Why a field of an imported file was refused, as a sentence that names it. */
export const refusedWords = ({ field, reason }: RefusedField): Message => REFUSED[reason](field);
