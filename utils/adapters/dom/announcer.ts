import { createHost, type Host } from './host.ts';
import { make } from './make.ts';

/** A screen reader needs the region before its words; this much later they count as a change. */
const AFTER = 150;

export type Later = (run: () => void, ms: number) => () => void;

/** An empty polite region; the words come a moment later, for only a change is read out. */
export function politeRegion(document: Document, text: string, later: Later): HTMLElement {
  const region = make(document, 'span', { class: 'vh', role: 'status' });
  later(() => region.append(text), AFTER);
  return region;
}

/** Reads single sentences out politely. Nothing is in the page until the first one. */
export function createAnnouncer(document: Document, later: Later) {
  let host: Host | null = null;
  return {
    announce(text: string): void {
      host ??= createHost(document, 'announcer');
      if (!host.element.isConnected) document.body.append(host.element);
      host.fill(politeRegion(document, text, later));
    },
    clear(): void {
      host?.element.remove();
      host = null;
    },
  };
}
