import { lateScript } from '../../utils/adapters/browser/late-script.ts';
import type { JudgeNotes } from '../../utils/checks/index.ts';

/** The checks of notes, when a page of the portal first asks. */
export async function judge(): Promise<JudgeNotes> {
  if (import.meta.env.FIREFOX) return (await import('../../utils/checks/index.ts')).judgeNotes;
  return lateScript('/judge.js', 'synclineJudge') as JudgeNotes;
}
