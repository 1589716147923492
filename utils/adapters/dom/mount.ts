import type { Clock } from '../../core/clock.ts';
import type { Annotation, Placement } from '../../model/notes.ts';
import { drawNote } from './draw-note.ts';
import { createFloating } from './floating.ts';
import { createHost, type Host } from './host.ts';
import { nextControl } from './next-control.ts';
import type { Pen } from './pen.ts';
import { keepingState } from './redraw.ts';
import { adapt } from './scheme.ts';
import { createThrowOuts } from './throw-outs.ts';

/** A page that throws a note out so often in a second will not have it there: alone, or with the whole row around it. */
const ALONE = 2;
const WITH_ROW = 3;

interface Mounted {
  readonly host: Host;
  container: Element;
  /** What is drawn, as text: equal text, nothing to draw. */
  drawn: string;
  isLine: boolean;
  floats: boolean;
}

export interface MountOptions {
  /** Asked at each drawing: the look of the page may change. */
  readonly pen: () => Pen;
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly onHide: (key: string) => void;
}

/** Keeps the notes of the settings on the page: one host a note, keyed, put back when the page redraws itself. */
export function createMount({ pen, clock, onHide }: MountOptions) {
  const mounted = new Map<string, Mounted>();
  const throwOuts = createThrowOuts(clock);
  const floating = createFloating(pen);
  let shown: readonly Placement<Element>[] | null = null;

  const seat = (key: string, entry: Mounted) => {
    // A line asks for nothing: it is not worth covering the page for.
    if (entry.floats && entry.isLine) entry.host.element.remove();
    else if (entry.floats) floating.take(entry.host.element);
    else entry.container.append(entry.host.element);
    redress(entry);
    if (!entry.floats) observer.observe(entry.container, { childList: true });
    return key;
  };
  const redress = ({ host, container, floats }: Mounted) => {
    const drawn = host.root.querySelector<HTMLElement>('.note');
    if (drawn) adapt(drawn, floats ? container.ownerDocument.body : container);
  };

  // The reader of the page ignores our nodes, so that a page removing only them would go unseen; this one looks for just that.
  const observer = new MutationObserver(() => {
    for (const [key, entry] of mounted) {
      if (entry.floats || entry.host.element.parentElement === entry.container) continue;
      // A container that is gone took its notes with it: the next scan finds the new one.
      if (!entry.container.isConnected) continue;
      if (throwOuts.count(key) >= ALONE) entry.floats = true;
      seat(key, entry);
    }
  });

  const hide = (key: string) => {
    const entry = mounted.get(key);
    if (!entry) return;
    const next = nextControl(entry.host.element);
    drop(key, entry);
    next?.focus();
    onHide(key);
  };
  const drop = (key: string, entry: Mounted) => {
    mounted.delete(key);
    entry.host.element.remove();
  };
  const draw = (entry: Mounted, note: Annotation) => {
    const text = JSON.stringify([note, pen().look]);
    if (entry.drawn === text) return false;
    entry.drawn = text;
    entry.isLine = note.form === 'line';
    keepingState(entry.host.root, () => entry.host.fill(drawNote(pen(), note, () => hide(note.key))));
    return true;
  };
  /** In the order given, at the container's end, moving none that is right already. */
  const arrange = (container: Element, keys: readonly string[]) => {
    const ours = keys
      .map((key) => mounted.get(key))
      .filter((entry) => entry !== undefined && !entry.floats)
      .map((entry) => entry?.host.element);
    const there = [...container.children].filter((child) => ours.includes(child as HTMLElement));
    if (ours.some((element, at) => element !== there[at]))
      for (const one of ours) if (one) container.append(one);
  };

  const isThere = ({ host, floats, isLine }: Mounted) => host.element.isConnected || (floats && isLine);

  return {
    show(placements: readonly Placement<Element>[]): void {
      // The same object says the same: nothing to compare, as long as the page left every note where it was.
      if (placements === shown && [...mounted.values()].every(isThere)) return floating.refresh();
      shown = placements;
      const wanted = new Set(placements.flatMap(({ notes }) => notes.map((note) => note.key)));
      for (const [key, entry] of mounted) if (!wanted.has(key)) drop(key, entry);
      for (const { element, notes } of placements) {
        for (const note of notes) {
          const entry = mounted.get(note.key) ?? {
            host: createHost(pen().document, note.key),
            container: element,
            drawn: '',
            isLine: false,
            floats: false,
          };
          mounted.set(note.key, entry);
          const moved = entry.container !== element;
          entry.container = element;
          const redrawn = draw(entry, note);
          const gone = !entry.host.element.isConnected;
          // A fresh host is gone too, but nobody threw it out.
          if (gone && moved && throwOuts.count(note.key) >= WITH_ROW) entry.floats = true;
          const away = gone || (moved && !entry.floats);
          if (away) seat(note.key, entry);
          else if (redrawn) redress(entry);
        }
        arrange(
          element,
          notes.map((note) => note.key),
        );
      }
      floating.refresh();
    },
    /** Measures again what the notes stand on. */
    redress: () => mounted.forEach(redress),
    clear(): void {
      shown = null;
      observer.disconnect();
      for (const [key, entry] of mounted) drop(key, entry);
      floating.remove();
      throwOuts.clear();
    },
  };
}
