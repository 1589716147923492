import { browser } from 'wxt/browser';
import { SynclineError, toErrorInfo } from '../../core/errors.ts';

/** Firefox rejects where no policy exists; Chromium gives an empty object. */
const NONE = /manifest not found/i;

/**
 * How long the browser may take for its policy, ms. Chromium holds every question back, whoever asks and however, until its policy
 * service is ready (chrome/browser/extensions/api/storage/managed_value_store_cache.h: `pending_storage_callbacks_`). It reads the
 * machine's policies when it has nothing better to do: 2 to 9 s after its start, on a busy machine more than 30, and never with
 * `--disable-best-effort-tasks` (Chromium 156, seen 2026-11-23). Edge 128 and a beta of 136 did not answer at all
 * (MicrosoftEdge-Extensions issues 179 and 299).
 */
export const PATIENCE = 5_000;
/** The same while a question before it stands unanswered: a browser that is ready answers in 3 ms. */
export const PATIENCE_AGAIN = 100;

/** The error of a policy that did not come in time. It says nothing of what the policy holds. */
export const UNANSWERED = 'policy-unanswered';
/** The error of a policy the browser refused to tell. */
export const UNREADABLE = 'policy-unreadable';

/** What a page goes on without: neither is a reason to hide what is stored. */
export const isUnread = (error: unknown): boolean =>
  [UNANSWERED, UNREADABLE].includes(toErrorInfo(error).code);

let silent = false;
const late = new Set<() => void>();

async function question(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null);
  } catch (error) {
    if (error instanceof Error && NONE.test(error.message)) return {};
    throw new SynclineError({ code: UNREADABLE, who: 'blocked' }, 'the policy could not be read', {
      cause: error,
    });
  }
}

let asked: Promise<unknown> | null = null;

/** What is asked for in one turn is one question; later ones are their own, for a browser may lose one. */
function ask(): Promise<unknown> {
  if (!asked)
    queueMicrotask(() => {
      asked = null;
    });
  return (asked ??= question());
}

function arrived(): void {
  if (!silent) return;
  silent = false;
  for (const listener of late) listener();
}

/**
 * What the organisation set, as the browser gives it: nothing of it is judged yet.
 *
 * @throws SynclineError `policy-unreadable`, and `UNANSWERED` when no answer came in time
 */
export async function managed(): Promise<unknown> {
  const answer = ask();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_done, fail) => {
    const give = () => {
      silent = true;
      fail(new SynclineError({ code: UNANSWERED, who: 'wait' }, 'no answer about the policy in time'));
    };
    timer = setTimeout(give, silent ? PATIENCE_AGAIN : PATIENCE);
  });
  // A refusal that comes late is an answer too: whoever asks again is told of it.
  answer.then(arrived, arrived);
  try {
    return await Promise.race([answer, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Calls the listener when an answer came after somebody had gone on without it. */
export function onLateAnswer(listener: () => void): void {
  late.add(listener);
}
