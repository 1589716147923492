import { SynclineError } from '../../../../utils/core/errors.ts';
import type { ErrorInfo } from '../../../../utils/core/errors.ts';
import type { SyncWindow } from '../../../../utils/model/calendar.ts';
import type { GraphPort } from '../../../../utils/model/ports.ts';

export interface FakeEvent {
  readonly id: string;
  readonly type: 'singleInstance' | 'occurrence' | 'exception' | 'seriesMaster';
  readonly seriesMasterId?: string;
  readonly start: number;
  readonly end: number;
  readonly subject?: string;
  readonly place?: string;
  readonly private?: true;
}

/** What the next answers do instead of answering well; taken one per request. */
export type Fault =
  | { readonly error: ErrorInfo }
  /** 429 with a `Retry-After` of so many ms. */
  | { readonly busy: number }
  | 'replay'
  | 'strange-tombstones'
  | 'empty-page'
  | 'odd-items'
  | 'no-page'
  | 'no-link'
  | 'alien-link';

type Wire = { readonly [name: string]: unknown };

const HOST = 'https://graph.microsoft.com/v1.0';

/** A calendar service in memory: calendarView, its delta, single events; exact, small, and unfriendly on demand. */
export class FakeGraph implements GraphPort {
  readonly events = new Map<string, FakeEvent>();
  readonly requests: string[] = [];
  faults: Fault[] = [];
  pageSize = 4;
  /** Delta rounds never end while `prefer` has what this asks for (microsoft.md A.7). */
  endless: (url: string, prefer: string) => boolean = () => false;
  /** ms since the epoch, as this service's own clock has it. */
  now: () => number = () => 0;
  /** Called with each request before it is answered: the world goes on while a round is under way. */
  onRequest: () => void = () => undefined;
  #changes: string[] = [];
  #tokens: { readonly items: readonly Wire[]; readonly at: number; readonly window: SyncWindow }[] = [];
  readonly #hidden = new Set<string>();

  put(event: FakeEvent): void {
    this.events.set(event.id, event);
    this.#changes.push(event.id);
  }

  remove(id: string): void {
    if (this.events.delete(id)) this.#changes.push(id);
  }

  /** Gone without a tombstone of its own: its master's stands for it. */
  vanish(id: string): void {
    this.events.delete(id);
  }

  /** A master that pages never bring, as of a series begun before the window (A.4). */
  hideMaster(id: string): void {
    this.#hidden.add(id);
  }

  /** Everything a perfect client holds of a window, masters aside. */
  truth(window: SyncWindow): FakeEvent[] {
    return [...this.events.values()].filter(
      (event) => event.type !== 'seriesMaster' && event.start < window.end && event.end > window.start,
    );
  }

  async get(url: string, { prefer = '' }: { prefer?: string }): Promise<{ body: unknown; bytes: number }> {
    this.requests.push(url);
    this.onRequest();
    const fault = this.faults.shift();
    if (typeof fault === 'object') throw new SynclineError(this.#refusal(fault), 'planned');
    if (fault === 'no-page') return answer({ hello: 'proxy' });
    const { pathname, searchParams } = new URL(url);
    if (pathname.startsWith('/v1.0/me/events/'))
      return answer(this.#single(decodeURIComponent(pathname.slice(16))));
    const window = spanOf(searchParams);
    const plain = pathname.endsWith('/me/calendarView');
    const delta = searchParams.get('$deltatoken');
    const skip = searchParams.get('$skiptoken');
    if (delta !== null) return this.#page(this.#changed(Number(delta)), 0, fault);
    if (skip !== null) {
      const [round = 0, from = 0] = skip.split('.').map(Number);
      if (this.endless(url, prefer)) return this.#endlessPage(round, from);
      return this.#page(round, from, fault, plain);
    }
    const round = this.#open(this.#all(window, plain), this.#changes.length, window);
    if (this.endless(url, prefer)) return this.#endlessPage(round, 0);
    return this.#page(round, 0, fault, plain);
  }

  #refusal(fault: Extract<Fault, object>): ErrorInfo {
    if ('error' in fault) return fault.error;
    return { code: 'http-429', who: 'wait', notBefore: this.now() + fault.busy };
  }

  #single(id: string): Wire {
    const event = this.events.get(id);
    if (!event) throw new SynclineError({ code: 'not-found', who: 'bug' }, 'gone');
    return full(event);
  }

  #all(window: SyncWindow, plain: boolean): Wire[] {
    const inside = this.truth(window);
    const masters = new Set(inside.map((event) => event.seriesMasterId));
    const shown = [...this.events.values()].filter(({ id }) => masters.has(id) && !this.#hidden.has(id));
    return plain ? inside.map((event) => full(this.#spoken(event))) : [...inside, ...shown].map(wire);
  }

  /** In a plain read an occurrence says itself what in delta only its master says. */
  #spoken(event: FakeEvent): FakeEvent {
    const master = event.type === 'occurrence' ? this.events.get(event.seriesMasterId ?? '') : undefined;
    return master ? { ...master, ...event } : event;
  }

  #changed(token: number): number {
    const { at = 0, window = { start: 0, end: 0 } } = this.#tokens[token] ?? {};
    const inside = new Map(this.#all(window, false).map((item) => [item['id'], item]));
    const ids = [...new Set(this.#changes.slice(at))];
    return this.#open(
      ids.map((id) => inside.get(id) ?? { id, '@removed': { reason: 'deleted' } }),
      this.#changes.length,
      window,
    );
  }

  #open(items: readonly Wire[], at: number, window: SyncWindow): number {
    return this.#tokens.push({ items, at, window }) - 1;
  }

  #page(round: number, from: number, fault: Fault | undefined, plain = false) {
    const { items } = this.#tokens[round] ?? { items: [] };
    const to = fault === 'empty-page' ? from : from + this.pageSize;
    const value: unknown[] = items.slice(from, to);
    if (fault === 'replay') value.push(...items.slice(Math.max(0, from - 2), to));
    if (fault === 'strange-tombstones')
      value.push({ id: `alien-${from}`, '@removed': { reason: 'deleted' } });
    if (fault === 'odd-items')
      value.push(null, 7, { id: 5 }, { id: 'odd', type: 'singleInstance' }, { id: 'odd2', type: 'mystery' });
    if (fault === 'no-link') return answer({ value });
    if (fault === 'alien-link')
      return answer({ value, '@odata.nextLink': 'https://graph.microsoft.com.evil.example/' });
    const path = plain ? 'me/calendarView' : 'me/calendarView/delta';
    const more = to < items.length || fault === 'empty-page';
    if (more) return answer({ value, '@odata.nextLink': `${HOST}/${path}?$skiptoken=${round}.${to}` });
    if (plain) return answer({ value });
    return answer({ value, '@odata.deltaLink': `${HOST}/me/calendarView/delta?$deltatoken=${round}` });
  }

  #endlessPage(round: number, from: number) {
    const { items } = this.#tokens[round] ?? { items: [] };
    // Always a fresh token, never further on.
    const next = `${HOST}/me/calendarView/delta?$skiptoken=${round}.${from}.${this.requests.length}`;
    return answer({ value: items.slice(0, this.pageSize), '@odata.nextLink': next });
  }
}

function answer(body: unknown) {
  return { body, bytes: JSON.stringify(body).length };
}

function spanOf(params: URLSearchParams): SyncWindow {
  return {
    start: Date.parse(params.get('startDateTime') ?? ''),
    end: Date.parse(params.get('endDateTime') ?? ''),
  };
}

function time(at: number): Wire {
  return { dateTime: new Date(at).toISOString().replace('Z', '0000'), timeZone: 'UTC' };
}

function wire(event: FakeEvent): Wire {
  if (event.type !== 'occurrence') return full(event);
  const { id, type, seriesMasterId, start, end } = event;
  return { id, type, seriesMasterId, start: time(start), end: time(end) };
}

function full(event: FakeEvent): Wire {
  const { start, end, place, subject, private: hidden, ...rest } = event;
  return {
    ...rest,
    subject: subject ?? '',
    sensitivity: hidden ? 'private' : 'normal',
    location: { displayName: place ?? '' },
    start: time(start),
    end: time(end),
    changeKey: `${start}.${end}.${subject}`,
  };
}
