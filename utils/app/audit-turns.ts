import type { AuditResult, MessageMap } from '../model/messages.ts';

export type AuditQuestion = MessageMap['audit/run']['request'];

/** Reads by a question; `hear` is called just before the admin's own words are read. */
export type Reading = (question: AuditQuestion, hear: () => void) => Promise<AuditResult>;

interface Turn {
  question: AuditQuestion;
  readonly done: Promise<AuditResult>;
}

export interface AuditTurns {
  ask(question: AuditQuestion): Promise<AuditResult>;
  /** An admin has said something new: a reading that has heard the old is another question. */
  wordChanged(): void;
}

/**
 * One reading at a time. The same question joins the one under way; another is asked once more after it, however often it comes
 * meanwhile, the last wins. After a refusal nothing more is asked: no second window opens on whoever has closed the first.
 */
export function createAuditTurns(read: Reading): AuditTurns {
  let word = 0;
  let now: (Turn & { heard: number | null }) | null = null;
  let next: Turn | null = null;

  function begin(question: AuditQuestion): Promise<AuditResult> {
    const hear = () => {
      if (now) now.heard = word;
    };
    const done = read(question, hear).finally(() => {
      now = null;
    });
    now = { question, heard: null, done };
    return done;
  }

  return {
    ask(question) {
      const { signIns } = question;
      if (next) {
        if (signIns !== undefined) next.question = question;
        return next.done;
      }
      if (!now) return begin(question);
      const same = signIns === undefined || signIns === now.question.signIns;
      if (same && (now.heard === null || now.heard === word)) return now.done;
      const done = now.done.then((before) => {
        const waiting = next?.question ?? question;
        next = null;
        return before.ok ? begin(waiting) : before;
      });
      next = { question, done };
      return done;
    },
    wordChanged() {
      word += 1;
    },
  };
}
