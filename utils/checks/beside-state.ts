import type { HealthView } from '../model/health.ts';
import type { Failing } from './next-first.ts';

/** The findings to list under a state: what its title already says is not said a second time. */
export const besideState = (
  findings: readonly Failing[],
  { title }: Pick<HealthView, 'title'>,
): readonly Failing[] => findings.filter(({ outcome: { words } }) => words.title.key !== title.key);
