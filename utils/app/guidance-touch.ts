import { SECOND } from '../core/clock.ts';
import type { Clock } from '../model/ports.ts';
import type { Touch } from '../model/notes.ts';
import type { DetectedSetting, SettingId } from '../model/settings.ts';

/** A dialog, or a changed outcome, that comes later than this has another cause. */
const FOLLOWS = 5 * SECOND;

/** A button of the row that is no part of its control or lock: Save, Cancel. */
function endsChange(path: readonly unknown[], { control, lockControl, element }: DetectedSetting): boolean {
  if (path.includes(control) || path.includes(lockControl)) return false;
  return path
    .slice(0, path.indexOf(element))
    .some((node) => (node as { localName?: unknown } | null)?.localName === 'button');
}

/** One press may be heard twice, as a key and as the click it makes, ms. */
const SAME_PRESS = SECOND;

interface Change {
  /** The value before the person changed it. */
  readonly from: unknown;
  /** When it was saved or cancelled, on the monotonic clock. */
  endedAt?: number;
}

/** What the person last did to known controls, and what the controls said before. */
export function createTouches(clock: Pick<Clock, 'monotonic'>) {
  let last: { readonly touch: Touch; readonly at: number } | null = null;
  const changes = new Map<SettingId, Change>();

  const changeOf = ({ id, value }: DetectedSetting, now: number): Change => {
    const known = changes.get(id);
    const over = known?.endedAt !== undefined && now - known.endedAt > SAME_PRESS;
    // A switch acts at once, or asks at once: nothing of it waits to be saved.
    if (known && !over && value !== 'on' && value !== 'off') return known;
    const fresh: Change = { from: value };
    changes.set(id, fresh);
    return fresh;
  };

  return {
    /** @param path the nodes an event went through, innermost first */
    on(path: readonly unknown[], settings: readonly DetectedSetting[]): void {
      const depth = ({ element }: DetectedSetting) => path.indexOf(element);
      const [setting] = settings.filter((one) => depth(one) >= 0).sort((a, b) => depth(a) - depth(b));
      if (!setting) return;
      const at = clock.monotonic();
      const change = changeOf(setting, at);
      const part = path.includes(setting.lockControl) ? 'lock' : 'control';
      // A dialog that asks before saving asks about the step from the old value.
      last = { touch: { setting: setting.id, part, value: change.from }, at };
      if (endsChange(path, setting)) change.endedAt ??= at;
    },
    /** Values the touched controls had before; changes saved or cancelled are left out. */
    unsaved(): ReadonlyMap<SettingId, unknown> {
      const open = [...changes].filter(
        ([, { from, endedAt }]) =>
          endedAt === undefined && from !== 'unknown' && from !== 'on' && from !== 'off',
      );
      return new Map(open.map(([id, { from }]) => [id, from]));
    },
    /** The touch something seen now may be the answer to. */
    fresh(): Touch | null {
      return last && clock.monotonic() - last.at <= FOLLOWS ? last.touch : null;
    },
    forget(): void {
      last = null;
      changes.clear();
    },
  };
}
