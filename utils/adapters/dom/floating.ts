import { createHost, type Host } from './host.ts';
import { icon } from './icons.ts';
import { make } from './make.ts';
import type { Pen } from './pen.ts';
import { rootAttributes } from './pen.ts';
import { adapt } from './scheme.ts';

/** The one panel at the window's edge, for notes the page would not keep beside their settings. */
export interface Floating {
  take(note: HTMLElement): void;
  /** Puts the panel back when the page dropped it; away when it is empty. */
  refresh(): void;
  readonly element: HTMLElement | null;
  remove(): void;
}

export function createFloating(pen: () => Pen): Floating {
  let host: Host | null = null;
  const open = (): Host => {
    const { document, say } = pen();
    const created = createHost(document, 'floating');
    const { lang, dir } = rootAttributes(pen(), '');
    const name = say({ key: 'note_floating' });
    const aside = make(
      document,
      'aside',
      { class: 'note float', 'aria-label': name, lang: lang ?? '', dir: dir ?? '' },
      // It may cover what stands under it, so it folds.
      make(
        document,
        'details',
        { open: '' },
        make(document, 'summary', {}, icon(document, 'chevron'), icon(document, 'mark'), ' ', name),
        make(document, 'slot'),
      ),
    );
    created.fill(aside);
    document.body.append(created.element);
    adapt(aside, document.body);
    return created;
  };
  return {
    get element() {
      return host?.element ?? null;
    },
    take(note) {
      host ??= open();
      host.element.append(note);
    },
    refresh() {
      if (!host) return;
      if (host.element.childElementCount === 0) this.remove();
      else if (!host.element.isConnected) pen().document.body.append(host.element);
    },
    remove() {
      host?.element.remove();
      host = null;
    },
  };
}
