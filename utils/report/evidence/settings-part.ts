import type { SettingReading } from '../../model/settings.ts';
import type { Say } from '../../model/words.ts';
import type { Difference } from '../../model/snapshots.ts';
import { asSeenAt, differences, timelines } from '../history.ts';
import { iso, written } from '../moment.ts';
import { type EvidenceInput, type Part, PAUSE, type Row } from './pack.ts';
import { lockText, pageWhere, settingName, valueText } from './words.ts';

const COLUMNS = {
  where: { id: 'where', title: { key: 'workbench_col_level' } },
  setting: { id: 'setting', title: { key: 'workbench_col_setting' } },
  result: { id: 'result', title: { key: 'report_col_result' } },
} as const;

const withLock = (say: Say, reading: SettingReading | null) =>
  reading ? `${valueText(say, reading)} (${lockText(say, reading.lock)})` : valueText(say, null);

function resultOf(say: Say, found: readonly Difference[], compared: boolean): { id: string; text: string } {
  if (!compared) return { id: 'not-compared', text: say({ key: 'report_not_compared' }) };
  if (found.some(({ certain }) => certain)) return { id: 'differs', text: say({ key: 'report_differs' }) };
  if (found.length > 0) return { id: 'not-compared', text: say({ key: 'report_not_compared' }) };
  return { id: 'same', text: say({ key: 'report_same' }) };
}

/** Each setting of each page at the two moments. */
export function settingsPart({ snapshots, facts, before, after }: EvidenceInput, say: Say): Part {
  return {
    id: 'settings',
    title: { key: 'report_part_settings' },
    columns: [
      COLUMNS.where,
      COLUMNS.setting,
      { id: 'before', title: { key: 'report_col_before' } },
      { id: 'beforeSeen', title: { key: 'report_col_seen_before' } },
      { id: 'after', title: { key: 'report_col_after' } },
      { id: 'afterSeen', title: { key: 'report_col_seen_after' } },
      COLUMNS.result,
    ],
    *rows() {
      for (const line of timelines(snapshots, facts)) {
        const was = before === null ? null : asSeenAt(line, before);
        const is = asSeenAt(line, after);
        const found = was && is ? differences(was.settings, is.settings) : [];
        const ids = [...new Set([...(is?.settings ?? []), ...(was?.settings ?? [])].map(({ id }) => id))];
        for (const id of ids) {
          const [one, other] = [was, is].map((look) => look?.settings.find((one) => one.id === id) ?? null);
          const result = resultOf(
            say,
            found.filter(({ setting }) => setting === id),
            was !== null && is !== null && ![one, other].some((look) => look?.value === 'unknown'),
          );
          yield {
            raw: {
              page: line.page,
              ...(line.scope === undefined ? {} : { scope: line.scope }),
              setting: id,
              before: one && was ? { value: one.value, lock: one.lock, seenAt: iso(was.seenAt) } : null,
              after: other && is ? { value: other.value, lock: other.lock, seenAt: iso(is.seenAt) } : null,
              result: result.id,
            },
            cells: {
              where: pageWhere(say, line.page, line.scope),
              setting: { rich: say(settingName(id)) },
              before: was ? withLock(say, one ?? null) : '–',
              beforeSeen: was ? written(was.seenAt) : '–',
              after: is ? withLock(say, other ?? null) : '–',
              afterSeen: is ? written(is.seenAt) : '–',
              result: result.text,
            },
          };
        }
      }
    },
  };
}

function differenceRow(say: Say, where: string, at: readonly [number, number], found: Difference): Row {
  const { setting, part, was, is, certain } = found;
  const text = (reading: SettingReading | null) =>
    part === 'value' || !reading ? valueText(say, reading) : lockText(say, reading.lock);
  return {
    raw: {
      where,
      setting,
      part,
      was: was?.[part] ?? null,
      is: is?.[part] ?? null,
      certain,
      between: at.map(iso),
    },
    cells: {
      seen: `${written(at[0])} – ${written(at[1])}`,
      where,
      setting: { rich: say(settingName(setting)) },
      part: say({ key: part === 'value' ? 'report_col_value' : 'report_lock' }),
      was: text(was),
      is: text(is),
      result: say({ key: certain ? 'report_differs' : 'report_not_compared' }),
    },
  };
}

/** Every difference between one look and the next, newest first, up to the moment after. */
export function historyPart({ snapshots, facts, after }: EvidenceInput, say: Say): Part {
  return {
    id: 'history',
    title: { key: 'report_part_history' },
    columns: [
      { id: 'seen', title: { key: 'report_col_between' } },
      COLUMNS.where,
      COLUMNS.setting,
      { id: 'part', title: { key: 'report_col_part' } },
      { id: 'was', title: { key: 'report_col_was' } },
      { id: 'is', title: { key: 'report_col_is' } },
      COLUMNS.result,
    ],
    *rows() {
      for (const { page, scope, sightings } of timelines(snapshots, facts)) {
        const where = pageWhere(say, page, scope);
        for (let at = sightings.length - 1; at > 0; at -= 1) {
          const [was, is] = [sightings[at - 1], sightings[at]];
          // Of a year of looks, hundreds may show no difference.
          yield PAUSE;
          if (!was || !is || is.seenAt > after) continue;
          for (const found of differences(was.settings, is.settings))
            yield differenceRow(say, where, [was.seenAt, is.seenAt], found);
        }
      }
    },
  };
}
