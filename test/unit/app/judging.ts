import { judgeNotes, type JudgeNotes, type NotesInput } from '../../../utils/checks/index.ts';

/** The real judge, and what it was given. */
export function recordingJudge() {
  const given: NotesInput[] = [];
  const judge = (): Promise<JudgeNotes> =>
    Promise.resolve((input) => {
      given.push(input);
      return judgeNotes(input);
    });
  return { judge, given, last: () => given.at(-1) };
}
