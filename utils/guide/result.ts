import { GUIDE_STEPS, type GuideResult, type GuideRun } from '../model/guide.ts';

/** What is kept of a guide once it has ended; null while it is under way. */
export function resultOf({
  kind,
  startedAt,
  endedAt,
  verdict,
  steps,
  nonAdmin,
}: GuideRun): GuideResult | null {
  if (endedAt === undefined || verdict === undefined) return null;
  return {
    startedAt,
    endedAt,
    verdict,
    done: GUIDE_STEPS[kind].filter((step) => steps[step]).length,
    total: GUIDE_STEPS[kind].length,
    ...(nonAdmin ? { nonAdmin } : {}),
  };
}
