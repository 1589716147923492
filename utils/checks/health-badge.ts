import type { HealthView } from '../model/health.ts';

export type Badge = 'none' | 'needs-you' | 'broken' | 'stale';

/** What the toolbar button shows of a view: red only for a confirmed loss, nothing where nobody has to act (look.md, Icon). */
export function badgeFor({ state, certainty, tone }: HealthView): Badge {
  if (state === 'needs-you') return 'needs-you';
  if (state === 'stale') return 'stale';
  if (state !== 'problem' || certainty === 'possible') return 'none';
  return tone === 'bad' ? 'broken' : 'needs-you';
}
