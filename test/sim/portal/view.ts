import { CALENDAR_DECOYS, type Decoy, TAB_DECOYS } from './labels/decoys.ts';
import { wordingOf, type Wording } from './labels/index.ts';
import { CATALOGUE, keyOf, placeOf, type RowKind, type RowSpec, sectionsOf, tabsOf } from './catalogue.ts';
import type { Bent } from './overrides.ts';
import type { LockableId } from './scenario.ts';
import {
  levelState,
  lockerOf,
  lockOf,
  type LevelState,
  type PortalState,
  type SettingLevel,
} from './state.ts';

export interface RowView {
  readonly key: string;
  readonly kind: RowKind;
  readonly title: string;
  readonly text: string;
  readonly value: string | readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Null: this row has no padlock here. */
  readonly locked: boolean | null;
  readonly lockedAbove: boolean;
  readonly under: readonly (readonly [key: string, values: readonly string[]])[];
}

export interface SettingsView {
  readonly level: SettingLevel;
  readonly group: { readonly id: string; readonly name: string } | null;
  readonly tabs: readonly { readonly key: string; readonly label: string }[];
  readonly tab: string;
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly rows: readonly RowView[];
  }[];
}

function decoyRow(decoy: Decoy, words: Wording, own: LevelState, level: SettingLevel): RowView {
  const key = decoy[0];
  return {
    key,
    kind: 'toggle',
    ...words.decoy(decoy),
    value: own.others[key] ? 'on' : 'off',
    options: [],
    locked: level === 'user' ? null : own.otherLocks.includes(key),
    lockedAbove: false,
    under: [],
  };
}

function settingRow(
  spec: RowSpec,
  words: Wording,
  bent: Bent,
  state: PortalState,
  own: LevelState,
  level: SettingLevel,
): RowView {
  const locker = lockerOf(state, level, spec.id);
  const lock = lockOf(spec.id);
  const bends = (list: readonly LockableId[]) => lock !== null && list.includes(lock);
  const { unfamiliar } = bent.scenario;
  return {
    key: keyOf(spec.id, unfamiliar),
    kind: spec.kind(bent.scenario.generation),
    title: words.title(spec.id),
    text: words.chrome[`text:${spec.id}`] ?? '',
    value: (locker ?? own).values[spec.id],
    options: spec.options.map((value) => ({ value, label: words.word(value) })),
    // One padlock for the integration, on the row of its switch.
    locked: level === 'user' || lock !== spec.id ? null : bends(bent.locked) || own.locks.includes(lock),
    lockedAbove: locker !== undefined || bends(bent.lockedAbove),
    under: spec.under.map(([id, values]) => [keyOf(id, unfamiliar), values] as const),
  };
}

/**
 * One tab of a settings page as the portal's own script gets it.
 * @returns null when there is no such group
 */
export function settingsView(
  bent: Bent,
  state: PortalState,
  level: SettingLevel,
  asked: { tab: string | null; group: string | null },
): SettingsView | null {
  const own = levelState(state, level, asked.group);
  if (!own) return null;
  const { generation, decoys, groupHasTab } = bent.scenario;
  const group = level === 'group' ? state.groups.find(({ id }) => id === asked.group) : undefined;
  const words = wordingOf(bent.scenario);
  const tabs = tabsOf(level, generation, group ? group.mailTab && groupHasTab : true);
  const wanted = generation === 1 && asked.tab === 'zoomMailCalendar' ? 'meeting' : asked.tab;
  const tab = tabs.find((key) => key === wanted) ?? tabs[0] ?? '';

  const rowsOf = (section: string): RowView[] => [
    ...CATALOGUE.filter((spec) => {
      const place = placeOf(spec.id, level, generation);
      return (
        spec.levels.includes(level) &&
        place.tab === tab &&
        place.section === section &&
        words.title(spec.id) !== ''
      );
    }).map((spec) => settingRow(spec, words, bent, state, own, level)),
    ...decoysOf(tab, section, decoys).map((decoy) => decoyRow(decoy, words, own, level)),
  ];
  return {
    level,
    group: group ? { id: group.id, name: group.name } : null,
    tabs: tabs.map((key) => ({ key, label: words.word(key) })),
    tab,
    sections: sectionsOf(tab, generation)
      .map((id) => ({ id, title: words.word(id), rows: rowsOf(id) }))
      .filter((section) => section.rows.length > 0),
  };
}

/** Calendar neighbours stand only where the scenario wants them; other tabs always have something. */
function decoysOf(tab: string, section: string, wanted: boolean): readonly Decoy[] {
  if (tab !== 'zoomMailCalendar')
    return section === 'calendarAndContacts'
      ? wanted
        ? CALENDAR_DECOYS.integrations
        : []
      : (TAB_DECOYS[section] ?? []);
  if (!wanted) return [];
  return CALENDAR_DECOYS[section as keyof typeof CALENDAR_DECOYS] ?? [];
}
