import type { Fact, FactBook } from '../model/facts.ts';
import type { Level } from '../model/settings.ts';

type NoteKey = 'microsoft/trouble' | 'portal/account';

/**
 * Facts the notes of a level rest on: those its checks declare, and for a group the account's settings, by which a padlock
 * closed above is explained. Written down because what a check is given may end in its words, and so in the page's process; a test
 * compares.
 */
const NEEDED: Readonly<Record<Level, readonly NoteKey[]>> = {
  account: ['microsoft/trouble'],
  group: ['microsoft/trouble', 'portal/account'],
  user: [],
  profile: [],
};

/** Copies member by member: what is added to a fact later does not reach the page's process by itself. */
const COPIES: { readonly [Key in NoteKey]: (book: FactBook) => FactBook } = {
  'microsoft/trouble': ({ 'microsoft/trouble': fact }) => {
    if (!fact) return {};
    const { code, who, raw } = fact.value.error;
    const error = { code, who, ...(raw === undefined ? {} : { raw }) };
    return { 'microsoft/trouble': { ...datesOf(fact), value: { error, step: fact.value.step } } };
  },
  'portal/account': ({ 'portal/account': fact }) => {
    if (!fact) return {};
    const { page, recognition, recognised, expected } = fact.value;
    const { 'profile-connection': _personal, ...settings } = fact.value.settings;
    const value = { page, recognition, recognised, expected, settings };
    return { 'portal/account': { ...datesOf(fact), value } };
  },
};

function datesOf({ source, observedAt, goodFor }: Fact<unknown>): Omit<Fact<unknown>, 'value'> {
  return { source, observedAt, goodFor };
}

/** What the notes of a level may rest on of all that is known, and nothing personal: the portal's page shares a process with them. */
export function factsForNotes(level: Level, book: FactBook): FactBook {
  return Object.assign({}, ...NEEDED[level].map((key) => COPIES[key](book)));
}
