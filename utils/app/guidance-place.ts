import type { MessageKey } from '../locales/keys.ts';
import type { Annotation, Placement, SettingNotes } from '../model/notes.ts';
import type { DetectedSetting, How } from '../model/settings.ts';

/** A note on a control found by somebody's word says so, where it says how old its facts are. */
const BY: { readonly [Way in How]?: MessageKey } = { taught: 'teach_by_person', policy: 'policy_by_label' };

/**
 * Where on the page each note goes: into the container of its setting, which may be another node than at the last look.
 *
 * @param hidden keys of notes not to be drawn, beside those the worker left out
 */
export function placementsOf<Node>(
  settings: readonly DetectedSetting<Node>[],
  all: readonly SettingNotes[],
  hidden: ReadonlySet<string>,
): Placement<Node>[] {
  return all.flatMap(({ setting, notes, lock }) => {
    const where = settings.find(({ id }) => id === setting);
    if (!where) return [];
    const by = BY[where.how];
    const told = ({ seen, ...note }: Annotation): Annotation =>
      seen ? { ...note, seen: by ? { key: by, params: { seen } } : seen } : note;
    const drawn = notes.filter(({ key, form }) => form === 'line' || !hidden.has(key)).map(told);
    const control = where.lockControl;
    const panel = lock && control !== undefined ? { lock: { control, consequence: lock } } : {};
    return drawn.length === 0 && !('lock' in panel)
      ? []
      : [{ element: where.element, notes: drawn, ...panel }];
  });
}
