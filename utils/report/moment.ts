/** A moment as every reader of a ticket reads it, e.g. `2026-11-23 14:02 UTC`; ms since the epoch. */
export function written(at: number): string {
  return `${iso(at).slice(0, 16).replace('T', ' ')} UTC`;
}

/** ISO 8601 in UTC; a number that is no moment is written as such. */
export function iso(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? String(at) : date.toISOString();
}
