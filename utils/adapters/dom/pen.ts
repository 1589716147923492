import { parseRich } from '../../core/rich.ts';
import type { Message, Say } from '../../model/words.ts';
import { type Child, make } from './make.ts';

/** What every drawing needs to know of the page and its reader. */
export interface Pen {
  readonly document: Document;
  readonly say: Say;
  /** BCP 47 tag of the words drawn; the page around them may be in another language. */
  readonly locale: string;
  readonly look: 'new' | 'old';
}

const STYLED = { code: 'code', strong: 'strong', sup: 'sup' } as const;

/** The nodes of a sentence, with its inline marks as elements. */
export function rich({ document, say }: Pen, message: Message): Child[] {
  return parseRich(say(message)).map(({ text, style }) =>
    style === 'plain' ? text : make(document, STYLED[style], {}, text),
  );
}

/** A link out of the portal page. Addresses written for zoom.us follow the reader to the portal's host they are on. */
export function link(pen: Pen, href: string, ...children: readonly Child[]): HTMLAnchorElement {
  const url = new URL(href);
  const here = pen.document.location;
  const target = url.hostname === 'zoom.us' && here ? new URL(url.pathname + url.search, here.origin) : url;
  return make(
    pen.document,
    'a',
    { href: target.href, target: '_blank', rel: 'noopener noreferrer' },
    ...children,
  );
}

const RIGHT_TO_LEFT = /^(?:ar|fa|he|ur)\b/;

/** Attributes of a note's root: its words have a language and a direction of their own. */
export function rootAttributes(pen: Pen, classes: string): Record<string, string> {
  return {
    class: `note ${classes}${pen.look === 'old' ? ' old' : ''}`,
    lang: pen.locale,
    dir: RIGHT_TO_LEFT.test(pen.locale) ? 'rtl' : 'ltr',
  };
}
