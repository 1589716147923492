import {
  anyOf,
  flag,
  listOf,
  mapOf,
  maybe,
  members,
  nothing,
  num,
  type Shape,
  text,
  word,
} from '../core/shape.ts';
import type { Fact, FactBook, FactKey, FactValues } from './facts.ts';

const error = members({ code: text, who: text });
const partOf = (shape: Shape) => anyOf(members({ value: shape }), members({ unread: error }));
const dateOrNone = anyOf(num, nothing);
const textOrNone = anyOf(text, nothing);

const settings = members({
  page: text,
  recognition: text,
  recognised: num,
  expected: num,
  settings: mapOf(members({ value: anyOf(text, listOf(text)), lock: text })),
  scope: maybe(text),
  unrecognisedAt: maybe(num),
});
const connection = anyOf(
  word('unknown'),
  members({ status: text, service: maybe(text), email: maybe(text), permissions: maybe(listOf(text)) }),
);
const permission = members({
  kind: text,
  resource: text,
  resourceName: maybe(text),
  name: maybe(text),
  id: maybe(text),
  everybody: maybe(flag),
  people: maybe(num),
});
const app = members({
  appId: text,
  objectId: text,
  name: text,
  publisher: textOrNone,
  foundBy: text,
  enabled: flag,
  assignmentRequired: flag,
  application: partOf(listOf(permission)),
  delegated: partOf(listOf(permission)),
});
const lookAlike = members({ appId: text, objectId: text, name: text, publisher: textOrNone });
const use = members({
  kind: text,
  lastSuccess: dateOrNone,
  lastRefusal: anyOf(nothing, members({ at: num, code: num })),
});

const guideResult = members({
  startedAt: num,
  endedAt: num,
  verdict: text,
  done: num,
  total: num,
  nonAdmin: maybe(flag),
});

/** Facts that lie in the store; derived ones are made when a page is drawn. */
export type StoredFactKey = Exclude<FactKey, `derived/${string}`>;

/** What is read of each fact; a new one does not compile without its line. */
const SHAPES: { readonly [Key in StoredFactKey]: Shape } = {
  'portal/account': settings,
  'portal/group': settings,
  'portal/user': settings,
  'portal/profile': members({
    recognition: text,
    connection,
    zoomEmail: maybe(text),
    connectedSince: maybe(num),
    scope: maybe(text),
    unrecognisedAt: maybe(num),
  }),
  'portal/meetings': members({
    scope: maybe(text),
    looks: listOf(
      members({
        seenAt: num,
        rows: listOf(members({ number: text, start: maybe(text), end: maybe(text) })),
      }),
    ),
  }),
  'microsoft/account': members({ username: text, tenantId: text }),
  'microsoft/person': members({ mail: maybe(text), userPrincipalName: maybe(text) }),
  'microsoft/sessions': members({ passwordChangedAt: dateOrNone, sessionsValidFrom: dateOrNone }),
  'microsoft/trouble': members({ error, step: text }),
  'calendar/contents': members({ events: num, windowStart: num, windowEnd: num }),
  'guide/run': members({
    tab: maybe(num),
    run: members({
      kind: text,
      startedAt: num,
      steps: mapOf(members({ at: num, by: text })),
      folded: maybe(flag),
      apart: maybe(flag),
      nonAdmin: maybe(flag),
    }),
  }),
  'guide/test': guideResult,
  'guide/setup': guideResult,
  'entra/apps': members({
    tenantId: text,
    found: partOf(members({ apps: listOf(app), lookAlikes: listOf(lookAlike), absent: listOf(text) })),
  }),
  'entra/consent': partOf(members({ userConsent: text, policies: listOf(text) })),
  'entra/last-use': members({
    span: num,
    apps: listOf(members({ appId: text, use: anyOf(word('not-licensed'), partOf(listOf(use))) })),
  }),
  'entra/run': anyOf(
    members({ state: word('running'), step: text, done: maybe(num), of: maybe(num), signIns: maybe(flag) }),
    members({ state: word('ended') }),
    members({ state: word('refused'), error }),
  ),
  'entra/choice': members({ appIds: listOf(text) }),
};

const frame = members({ source: text, observedAt: num, goodFor: num });

/** Whether a stored value is a fact as this version writes them under the key. */
export function isFact<Key extends StoredFactKey>(key: Key, fact: unknown): fact is Fact<FactValues[Key]> {
  return frame(fact) && SHAPES[key]((fact as Fact<unknown>).value);
}

/**
 * What another version, older or newer, left behind is not judged: the fact counts as not seen yet, until it is seen again.
 *
 * @param stored pairs of key and value, as they lie in the database
 */
export function factBook(stored: readonly (readonly [string, unknown])[]): FactBook {
  return Object.fromEntries(
    stored.filter(([key, fact]) => Object.hasOwn(SHAPES, key) && isFact(key as StoredFactKey, fact)),
  );
}
