import type { How, Permission, ProfileConnection } from '../../model/settings.ts';
import { spokenText } from '../dom/text.ts';
import { titleOf, titlesIn } from '../dom/titles.ts';
import { textsOf } from '../dom/tree.ts';
import { createShown } from '../dom/visible.ts';
import { connectButton } from '../labels/profile-connection.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { RIGHTS } from '../labels/words.ts';
import { normalise } from '../normal.ts';

const EMAIL = /[\w.%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi;
/** A masked address ("m***@example.com") is no address. */
const MASK = /[*•]\s*$/;

function emailsIn(text: string): string[] {
  const found = [...text.matchAll(EMAIL)].filter((match) => !MASK.test(text.slice(0, match.index)));
  return [...new Set(found.map((match) => match[0].toLowerCase()))];
}

/** Words of a broken connection. How the portal marks one is not public (portal.md 9): only explicit words count. */
const BROKEN =
  /re-?authori[sz]e|authori[sz]e (?:it )?again|re-?connect|expired|disconnected|no longer|needs? attention|réautoris|à nouveau|expiré|déconnect|n['’]est plus|erneut|abgelaufen|再認証|期限切れ/i;

const CONNECT = new Set(connectButton.map(({ text }) => normalise(text)));

/** The section of the person's own connection, found by its title, for its place on the page has moved (portal.md 10). */
export interface ProfileSection {
  readonly element: Element;
  /** The button that sets it up or edits it. */
  readonly control: Element;
  /** Whether that button offers to connect a calendar. */
  readonly offers: boolean;
  readonly how: How;
}

/**
 * @returns the section, `ambiguous` when the page shows several, or null when it shows none
 */
export function findProfileSection(
  main: Element,
  vocabulary: Vocabulary,
): ProfileSection | 'ambiguous' | null {
  const isShown = createShown(main);
  const titles = titlesIn(main, vocabulary, vocabulary.profile).filter(({ element }) => isShown(element));
  const sections = titles.flatMap(({ element, title }): ProfileSection[] => {
    const section = sectionOf(element, main, isShown);
    return section ? [{ ...section, how: title.how ?? 'label' }] : [];
  });
  const distinct = sections.filter(
    (one, at) => sections.findIndex((other) => other.element === one.element) === at,
  );
  if (distinct.length > 1) return 'ambiguous';
  return distinct[0] ?? null;
}

/** The closest box around the title that offers something to press and says more than its title. */
function sectionOf(
  title: Element,
  main: Element,
  isShown: (element: Element) => boolean,
): Omit<ProfileSection, 'how'> | null {
  const own = (title.textContent ?? '').trim().length;
  let at: Element | null = title;
  for (let up = 0; at && at !== main && up < 6; at = at.parentElement, up += 1) {
    if ((at.textContent ?? '').trim().length <= own) continue;
    const control = [...at.querySelectorAll('button,a[href],[role=button]')].find(isShown);
    const offer = connectControl(at, isShown);
    if (control) return { element: at, control: offer ?? control, offers: offer !== undefined };
  }
  return null;
}

function connectControl(section: Element, isShown: (element: Element) => boolean): Element | undefined {
  return [...section.querySelectorAll('button,a,[role=button]')].find(
    (one) => CONNECT.has(normalise(one.textContent ?? '')) && isShown(one),
  );
}

function serviceIn(text: string): ProfileConnection['service'] {
  const services = [
    /office 365|microsoft 365|outlook/i.test(text) && 'office365',
    /google/i.test(text) && 'google',
    /exchange/i.test(text.replace(/exchange online/gi, '')) && 'exchange',
  ].filter((service) => service !== false);
  return services.length === 1 ? (services[0] as ProfileConnection['service']) : undefined;
}

/** Rights listed in a section: each text names a subject, a right, or both; a right alone goes with the last subject. */
function permissionsOf(section: Element, titles: Vocabulary['profile']): readonly Permission[] | undefined {
  const found = new Set<Permission>();
  let topics: ('calendar' | 'contacts')[] = [];
  for (const { data } of textsOf(section)) {
    if (titleOf(data, titles)) continue;
    for (const clause of data.split(/[;.,|]/)) {
      const named = (['calendar', 'contacts'] as const).filter((topic) => RIGHTS[topic].test(clause));
      if (named.length > 0) topics = named;
      for (const right of ['read', 'write'] as const) {
        if (RIGHTS[right].test(clause)) for (const topic of topics) found.add(`${topic}-${right}`);
      }
    }
  }
  return found.size > 0 ? [...found] : undefined;
}

/**
 * What the section says: not connected while the set-up button is the only offer, connected while an address stands there,
 * broken only when it says so. Anything else is `unknown`, never "not connected".
 */
export function readConnection(
  { element, offers: offer }: ProfileSection,
  { profile }: Vocabulary,
): ProfileConnection | 'unknown' {
  const text = spokenText(element);
  const emails = emailsIn(text);
  const email = emails.length === 1 ? emails[0] : undefined;
  const broken = BROKEN.test(text);
  if (!offer && !email) return 'unknown';
  if (offer && !email && !broken) return { status: 'not-connected' };
  if (offer && email && !broken) return 'unknown';
  const service = serviceIn(text);
  const granted = permissionsOf(element, profile);
  return {
    status: broken ? 'needs-attention' : 'connected',
    ...(service && { service }),
    ...(email !== undefined && { email }),
    ...(granted && { permissions: granted }),
  };
}

/**
 * Sign-in address of the Zoom account: the only address outside the connection's section.
 * @returns undefined when there is none, several, or only a masked one
 */
export function zoomEmailOf(main: Element, section: ProfileSection | null): string | undefined {
  const isShown = createShown(main);
  const found = new Set<string>();
  for (const text of textsOf(main)) {
    if (!text.data.includes('@') || section?.element.contains(text) || !text.parentElement) continue;
    if (isShown(text.parentElement)) for (const email of emailsIn(text.data)) found.add(email);
  }
  return found.size === 1 ? [...found][0] : undefined;
}
