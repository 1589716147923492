/** One line: a code of ours or of the other side, and perhaps a number. Nothing personal fits in it. */
export interface LogLine {
  /** ms since the epoch */
  readonly at: number;
  readonly code: string;
  readonly count?: number;
}

export const LOG_LIMIT = 32;

/** The lines with one more, the oldest dropped past the limit. Text that is no code is kept out, not shortened. */
export function appendLine(lines: readonly LogLine[], line: LogLine): readonly LogLine[] {
  const code = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$/.test(line.code) ? line.code : 'not-a-code';
  return [...lines, { ...line, code }].slice(-LOG_LIMIT);
}
