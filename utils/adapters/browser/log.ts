import { browser } from 'wxt/browser';
import type { LogLine } from '../../core/log.ts';
import { appendLine } from '../../core/log.ts';

const KEY = 'log';

let writing: Promise<void> = Promise.resolve();

/** The last 32 lines, oldest first; gone with the browser. */
export async function logLines(): Promise<readonly LogLine[]> {
  const stored = (await browser.storage.session.get(KEY))[KEY];
  return Array.isArray(stored) ? (stored as readonly LogLine[]) : [];
}

/** Adds a line after those before it. A line that cannot be written is dropped: the log is no reason to fail. */
export function writeLog(code: string, count?: number): Promise<void> {
  const line: LogLine = { at: Date.now(), code, ...(count === undefined ? {} : { count }) };
  const before = writing;
  const append = async () => {
    await before;
    await browser.storage.session.set({ [KEY]: appendLine(await logLines(), line) });
  };
  writing = append().catch(() => undefined);
  return writing;
}
