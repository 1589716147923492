import type { SettingLabels } from './types.ts';

/** The field guide says that the control exists; no public source shows its label (portal.md 3.6), so the slot is empty. */
export const domainRestriction: SettingLabels = { id: 'domain-restriction', labels: [] };
