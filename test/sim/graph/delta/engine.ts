import { randomBytes } from 'node:crypto';
import type { SimClock } from '../../clock/index.ts';
import { fractionOf } from '../../wire/random.ts';
import type { CalendarSim } from '../calendar/index.ts';
import { rowOf, type Span, touches } from '../calendar/model.ts';
import { deltaItem, tombstone, type View } from '../calendar/render.ts';
import { GraphRefusal, resync } from '../errors.ts';
import type { Endless, Texture } from '../scenario.ts';
import { changedRound, type Entry, firstRound } from './round.ts';

const DEFAULT_PAGE = 10;
const DAY = 86_400_000;
export const DELTA_URL = 'https://graph.microsoft.com/v1.0/me/calendarView/delta';

/** One client's thread through the changes of one window. */
interface Chain {
  readonly id: string;
  readonly mailbox: string;
  readonly window: Span;
  /** Place among all chains, to forget the ones so far. */
  readonly born: number;
  /** Highest step asked for; links of earlier steps are stale (microsoft.md A.3). */
  reached: number;
  usedAt: number;
}

interface Step {
  readonly chain: Chain;
  readonly number: number;
  readonly from:
    | { readonly kind: 'changes'; readonly since: number }
    | { readonly kind: 'page'; readonly round: Round; readonly at: number; readonly page: number };
}

interface Round {
  readonly entries: readonly Entry[];
  /** Revision the round began at; the next round starts there, so changes during this one come again. */
  readonly rev: number;
  readonly first: boolean;
  readonly endless: boolean;
}

export interface DeltaPage {
  readonly value: readonly unknown[];
  readonly link: { readonly kind: 'next' | 'delta'; readonly token: string };
}

export interface DeltaOptions {
  readonly clock: SimClock;
  readonly seed: number;
  readonly texture: Texture;
  readonly life: number;
  /** Read at the start of each round, so that a test may switch it. */
  readonly endless: () => Endless | undefined;
}

/** Where a new round over a window begins, as the `Location` of a 410 names it: with an empty token. */
function addressFor(window: Span): string {
  const iso = (at: number) => new Date(at).toISOString();
  return `${DELTA_URL}?startDateTime=${iso(window.start)}&endDateTime=${iso(window.end)}&$deltatoken=`;
}

/** calendarView/delta: opaque, stateful tokens over the calendars' change stream. */
export function createDelta({ clock, seed, texture, life, endless }: DeltaOptions) {
  const steps = new Map<string, Step>();
  let forgottenAt = -1;
  let made = 0;

  function token(step: Step): string {
    const value = randomBytes(60).toString('base64url');
    steps.set(value, step);
    return value;
  }

  const draw = (chain: Chain, number: number, what: string) =>
    fractionOf(`${seed}/${chain.id}/${number}/${what}`);

  function begin(calendar: CalendarSim, chain: Chain, since: number | undefined, sized: boolean): Round {
    const plan = endless();
    const long = chain.window.end - chain.window.start > 40 * DAY;
    const sick = plan && (plan.cure === 'never' || (plan.cure === 'no-page-size' ? sized : long));
    const { contents } = calendar;
    return {
      entries:
        since === undefined
          ? firstRound(contents, chain.window, seed, texture)
          : changedRound(contents, chain.window, since),
      rev: contents.rev,
      first: since === undefined,
      endless: sick === true && since === undefined,
    };
  }

  function pageEnd(entries: readonly Entry[], at: number, size: number): number {
    let end = Math.min(entries.length, at + size);
    // The size is a hint: a page grows while a series is expanded inside it.
    while (end < entries.length && end < at + 2 * size) {
      const series = entries[end]?.series;
      if (series === undefined || series !== entries[end - 1]?.series) break;
      end += 1;
    }
    return end;
  }

  function item(calendar: CalendarSim, window: Span, entry: Entry, view: View): unknown {
    const row = entry.removed ? undefined : rowOf(calendar.contents, entry.uid);
    // Gone or moved away since the round began: said as a removal.
    const shown = row && (row.type === 'seriesMaster' || touches(row, window));
    return shown ? deltaItem(calendar.ids, row, view) : tombstone(calendar.ids, entry.uid, view);
  }

  function serve(calendar: CalendarSim, step: Step, view: View, size: number | undefined): DeltaPage {
    const { chain, number } = step;
    const { round, at, page } =
      step.from.kind === 'page'
        ? step.from
        : {
            round: begin(
              calendar,
              chain,
              step.from.since < 0 ? undefined : step.from.since,
              size !== undefined,
            ),
            at: 0,
            page: 0,
          };
    const next = (from: Step['from']) => token({ chain, number: number + 1, from });
    const render = (entries: readonly Entry[]) =>
      entries.map((entry) => item(calendar, chain.window, entry, view));
    const limit = size ?? DEFAULT_PAGE;

    if (round.endless && page >= (endless()?.after ?? 0)) {
      const same = round.entries.slice(Math.max(0, at - limit), Math.max(limit, at));
      return {
        value: render(same),
        link: { kind: 'next', token: next({ kind: 'page', round, at, page: page + 1 }) },
      };
    }
    if (page > 0 && at < round.entries.length && draw(chain, number, 'empty') < texture.emptyPages) {
      return { value: [], link: { kind: 'next', token: next({ kind: 'page', round, at, page: page + 1 }) } };
    }
    const end = pageEnd(round.entries, at, limit);
    const again =
      at > 0 && draw(chain, number, 'replay') < texture.replays
        ? round.entries.slice(Math.max(0, at - 3), at)
        : [];
    const value = render([...again, ...round.entries.slice(at, end)]);
    if (end < round.entries.length) {
      return { value, link: { kind: 'next', token: next({ kind: 'page', round, at: end, page: page + 1 }) } };
    }
    return { value, link: { kind: 'delta', token: next({ kind: 'changes', since: round.rev }) } };
  }

  return {
    /** First page of a new round over a window. */
    start(
      mailbox: string,
      calendar: CalendarSim,
      window: Span,
      view: View,
      size: number | undefined,
    ): DeltaPage {
      made += 1;
      const chain: Chain = { id: `c${made}`, born: made, mailbox, window, reached: 0, usedAt: clock.now() };
      return serve(calendar, { chain, number: 0, from: { kind: 'changes', since: -1 } }, view, size);
    },

    /** The page a link leads to; the newest link and a repeat of the last request work, older ones do not. */
    resume(
      mailbox: string,
      calendar: CalendarSim,
      kind: 'skip' | 'delta',
      value: string,
      view: View,
      size: number | undefined,
    ): DeltaPage {
      const step = steps.get(value);
      const fits = step && (step.from.kind === 'page') === (kind === 'skip');
      if (!fits || step.chain.mailbox !== mailbox) {
        throw new GraphRefusal(
          400,
          'InvalidDeltaToken',
          `The value of the '$${kind}Token' parameter is invalid.`,
        );
      }
      const { chain } = step;
      const lost = clock.now() - chain.usedAt > life || chain.born <= forgottenAt;
      if (lost) {
        throw resync('SyncStateNotFound', addressFor(chain.window));
      }
      if (step.number < chain.reached) throw resync();
      chain.reached = step.number;
      chain.usedAt = clock.now();
      return serve(calendar, step, view, size);
    },

    /** The new round's address for a request that named a token of ours. */
    freshAddress(query: URLSearchParams): string {
      const step = steps.get(query.get('$skiptoken') ?? query.get('$deltatoken') ?? '');
      return step ? addressFor(step.chain.window) : DELTA_URL;
    },

    /** The service loses every sync state it gave out so far. */
    forget(): void {
      forgottenAt = made;
    },
  };
}

export type Delta = ReturnType<typeof createDelta>;
