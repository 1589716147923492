import { type Client, signIn, STEP_ONE } from '../wire/signin.ts';
import { type Answer, createVisitor, type Visitor } from '../wire/visitor.ts';
import { CLIENT_ID, MAYA, startWorld, type World, type WorldScenario } from '../world/index.ts';

export const DAY = 86_400_000;
export const NOW = Date.parse('2026-11-23T15:00:00Z');
export const V1 = 'https://graph.microsoft.com/v1.0';
export const PREFER =
  'IdType="ImmutableId", outlook.timezone="UTC", outlook.body-content-type="text", odata.maxpagesize=50';
export const WINDOW = { start: NOW - 7 * DAY, end: NOW + 60 * DAY };
export const FIRST = `${V1}/me/calendarView/delta?startDateTime=${new Date(WINDOW.start).toISOString()}&endDateTime=${new Date(WINDOW.end).toISOString()}`;

const redirectUri = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
const client: Client = {
  clientId: CLIENT_ID,
  redirectUri,
  tenant: 'organizations',
  origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
};

export interface Item {
  readonly id: string;
  readonly type?: string;
  readonly seriesMasterId?: string;
  readonly subject?: string;
  readonly '@removed'?: unknown;
  readonly [key: string]: unknown;
}

export interface Page {
  readonly value: readonly Item[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
}

export interface Harness {
  readonly world: World;
  readonly visitor: Visitor;
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  /** Signs a person in for the scopes; later calls of `get` are theirs. */
  as(who: { username: string; password: string }, scopes: string): Promise<void>;
  /** Every page of a round; rejects past `most` pages. */
  round(link: string, prefer?: string, most?: number): Promise<{ pages: Page[]; deltaLink: string }>;
}

/** A world at a fixed moment, and Maya signed in with the scopes. */
export async function startHarness(
  scopes = 'Calendars.ReadBasic',
  scenario: WorldScenario = {},
): Promise<Harness> {
  const world = await startWorld({
    redirectUris: [redirectUri],
    clock: { start: NOW, frozen: true },
    ...scenario,
  });
  const visitor = createVisitor(world);
  let token = '';
  const harness: Harness = {
    world,
    visitor,
    get: (url, headers = {}) =>
      visitor.ask(url, { headers: { Authorization: `Bearer ${token}`, Prefer: PREFER, ...headers } }),
    async as(who, wanted) {
      token = (await signIn(visitor, client, who, `${STEP_ONE} ${wanted}`)).access_token;
    },
    async round(link, prefer = PREFER, most = 200) {
      const pages: Page[] = [];
      for (let next = link; pages.length < most; ) {
        const answer = await harness.get(next, { Prefer: prefer });
        if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
        const page = answer.json() as unknown as Page;
        pages.push(page);
        const deltaLink = page['@odata.deltaLink'];
        if (deltaLink !== undefined) return { pages, deltaLink };
        next = page['@odata.nextLink'] ?? '';
      }
      throw new Error('the round does not end');
    },
  };
  await harness.as(MAYA, scopes);
  return harness;
}

/** The least client that is right: upserts by id, ignores unknown tombstones, the last word counts. */
export function apply(store: Map<string, Item>, pages: readonly Page[]): void {
  for (const item of pages.flatMap(({ value }) => value)) {
    if (item['@removed']) store.delete(item.id);
    else store.set(item.id, item);
  }
}

/** The code of a refusal. */
export const codeOf = (answer: Answer): string => (answer.json()['error'] as { code: string }).code;
