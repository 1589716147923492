import type { EventRow } from '../model/calendar.ts';

/**
 * Occurrences completed from their series masters. Delta sends occurrences slim (id, times, series); subject, place and the rest
 * stand on the master (microsoft.md A.4), which may come earlier, later or by a call of its own: so rows are joined when read,
 * never when written. What an occurrence says itself wins; a private series keeps its silence.
 *
 * @param rows in any order; masters among them are left out of the answer
 * @param masters masters by key, beside those among `rows`
 */
export function joinSeries(
  rows: readonly EventRow[],
  masters: ReadonlyMap<string, EventRow> = new Map(),
): EventRow[] {
  const own = new Map(rows.filter((row) => row.type === 'master').map((row) => [row.key, row]));
  return rows
    .filter((row) => row.type !== 'master')
    .map((row) => {
      const master = row.master === undefined ? undefined : (own.get(row.master) ?? masters.get(row.master));
      return master && row.type === 'occurrence' ? complete(row, master) : row;
    });
}

/** Keys of the masters that these rows name and do not contain. */
export function mastersNamed(rows: readonly EventRow[]): string[] {
  const held = new Set(rows.map((row) => row.key));
  const named = new Set(rows.flatMap((row) => (row.master === undefined ? [] : [row.master])));
  return [...named].filter((key) => !held.has(key));
}

function complete(row: EventRow, master: EventRow): EventRow {
  const { subject, place, zoom, zoomHost, link, teams, mine, allDay } = master;
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(place === undefined ? {} : { place }),
    // A link belongs together: an occurrence with a place of its own may have dropped the series' meeting.
    ...(row.place === undefined && zoom !== undefined ? { zoom } : {}),
    ...(row.place === undefined && zoomHost !== undefined ? { zoomHost } : {}),
    ...(row.place === undefined && link !== undefined ? { link } : {}),
    ...(row.place === undefined && teams ? { teams } : {}),
    ...(mine === undefined ? {} : { mine }),
    ...(allDay === undefined ? {} : { allDay }),
    ...(master.private ? { private: true as const } : {}),
    ...(master.cancelled ? { cancelled: true as const } : {}),
    ...row,
  };
}
