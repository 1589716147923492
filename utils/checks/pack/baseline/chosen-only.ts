import type { Source } from '../../../model/findings.ts';
import type { Level, SettingId } from '../../../model/settings.ts';
import { baselineCheck } from '../../baselines/check.ts';
import { SOURCES } from '../../sources.ts';

const ADMIN: readonly Level[] = ['account', 'group'];
const only = (setting: SettingId, sources: readonly Source[], levels: readonly Level[] = ADMIN) =>
  baselineCheck({ id: `${setting}-baseline`, setting, levels, sources });

/** Settings that rule books speak of and that need no words while none is chosen. Ids are for ever. */
export const CHOSEN_ONLY = [
  only('default-service', [SOURCES.guide]),
  only('authorize-with', [SOURCES.guide]),
  only('permissions', [SOURCES.integration]),
  only('setup-method', [SOURCES.guide]),
  only('sso-prompt', [SOURCES.cis]),
  only('domain-restriction', [SOURCES.guide]),
  only('two-way-sync', [SOURCES.guideList]),
  only('reconnect-reminders', [SOURCES.ownIntegration], ['user']),
];
