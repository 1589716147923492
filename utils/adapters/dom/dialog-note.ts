import type { DialogPlacement } from '../../model/notes.ts';
import type { Later } from './announcer.ts';
import { politeRegion } from './announcer.ts';
import { consequenceName, drawInDialog } from './draw-consequence.ts';
import { createHost, type Host } from './host.ts';
import type { Pen } from './pen.ts';
import { adapt } from './scheme.ts';

const BLOCK = /^(?:div|section|main|article)$/;

/** Between the dialog's text and its buttons: at the end of the text where that is a box of its own, else before the buttons. */
function seat(host: Element, { element, insertBefore }: DialogPlacement<Element>): void {
  if (!insertBefore?.parentElement) {
    element.append(host);
    return;
  }
  const text = insertBefore.previousElementSibling;
  if (text && BLOCK.test(text.localName)) text.append(host);
  else insertBefore.parentElement.insertBefore(host, insertBefore);
}

/** The note in the portal's own dialog: drawn once a dialog, inside its focus trap, announced once, focus untouched. */
export function createDialogNote(pen: () => Pen, later: Later) {
  let shown: { host: Host; element: Element; act: string } | null = null;
  const clear = () => {
    shown?.host.element.remove();
    shown = null;
  };
  return {
    show(placement: DialogPlacement<Element> | null): void {
      if (!placement) return clear();
      const { element, consequence } = placement;
      const same = shown?.element === element && shown.act === consequence.id;
      if (same && shown?.host.element.isConnected) return;
      const host = same && shown ? shown.host : createHost(pen().document, `dialog:${consequence.id}`);
      if (!same) {
        clear();
        const drawn = drawInDialog(pen(), consequence);
        host.fill(drawn, politeRegion(pen().document, consequenceName(pen(), consequence), later));
        shown = { host, element, act: consequence.id };
      }
      seat(host.element, placement);
      const drawn = host.root.querySelector<HTMLElement>('.note');
      if (drawn) adapt(drawn, host.element.parentElement ?? element);
    },
    clear,
  };
}
