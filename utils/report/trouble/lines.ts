import type { Fact } from '../../model/facts.ts';
import { isStale } from '../../model/facts.ts';
import type { RunRecord, SyncRecord } from '../../model/calendar.ts';
import type { ErrorInfo } from '../../core/errors.ts';
import { CLOUDS } from '../../model/clouds.ts';
import { asCode } from '../mask.ts';
import { written } from '../moment.ts';
import type { TroubleInput } from './input.ts';

const yesNo = (given: boolean) => (given ? 'yes' : 'no');

/** `12m`, `3h`, `9d`; a moment ahead of the clock says so. */
export function span(ms: number): string {
  if (ms < 0) return `-${span(-ms)}`;
  if (ms < 60_000) return `${Math.round(ms / 1000)}s`;
  if (ms < 3_600_000) return `${Math.round(ms / 60_000)}m`;
  return ms < 172_800_000 ? `${Math.round(ms / 3_600_000)}h` : `${Math.round(ms / 86_400_000)}d`;
}

function errorOf(error: ErrorInfo | undefined): string {
  if (!error) return '';
  const { code, who, raw } = error;
  return ` error=${asCode(code)} who=${who}${raw === undefined || raw === code ? '' : ` raw=${asCode(raw)}`}`;
}

/** Where sign-in goes: kinds and sources, never the ids. */
export function connectionLines({ connection }: TroubleInput): string[] {
  const { clientId, tenant, cloud, source } = connection;
  const kind = ['organizations', 'common', 'consumers'].includes(tenant) ? tenant : 'own';
  return [
    `client: ${clientId === null ? 'none' : 'set'} (${source.clientId})`,
    `tenant: ${kind} (${source.tenant})`,
    `cloud: ${cloud} (${source.cloud ?? 'default'})`,
  ];
}

export function syncLines(sync: SyncRecord | null, now: number): string[] {
  if (!sync) return ['never set up'];
  const { state, notBefore, completedAt, attemptedAt, events, failures, mode, cursor, round } = sync;
  const ago = (at: number | undefined) => (at === undefined ? 'never' : `${span(now - at)} ago`);
  return [
    `state: ${state}${errorOf(sync.error)}`,
    `completed: ${ago(completedAt)}, attempted: ${ago(attemptedAt)}`,
    `wait: ${notBefore > now ? span(notBefore - now) : 'none'}, failures: ${failures ?? 0}`,
    `events: ${events ?? 0}, mode: ${mode ?? 'delta'}, generation: ${sync.generation ?? 'none'}, filling: ${sync.filling ?? 'none'}`,
    ...(cursor
      ? [
          `cursor: ${cursor.kind}, parser ${cursor.parserVersion}, window ends in ${span(cursor.window.end - now)}`,
        ]
      : []),
    ...(round ? [`open round: ${round.pages} pages, ${round.events} events, ${round.removed} removed`] : []),
  ];
}

export function runLine(run: RunRecord): string {
  const { added, changed, removed, ignored } = run;
  return [
    written(run.startedAt),
    run.trigger,
    run.outcome,
    `${run.endedAt - run.startedAt}ms`,
    `pages=${run.pages} requests=${run.requests} bytes=${run.bytes} waited=${run.waitedMs}ms`,
    `+${added} ~${changed} -${removed} ignored=${ignored}${errorOf(run.error)}`,
  ].join(' ');
}

/** Age and limit of a fact, and of a settings page what the canary counted; never what it holds. */
export function factLine(key: string, fact: Fact<unknown>, now: number): string {
  const value = fact.value as { recognition?: unknown; recognised?: unknown; expected?: unknown } | null;
  const seen = typeof value?.recognition === 'string' ? `, ${asCode(value.recognition)}` : '';
  const counted =
    typeof value?.recognised === 'number' && typeof value.expected === 'number'
      ? ` ${value.recognised}/${value.expected}`
      : '';
  const stale = isStale(fact, now) ? ', stale' : '';
  return `${asCode(key)}: ${span(now - fact.observedAt)} old, good for ${span(fact.goodFor)}${stale}${seen}${counted}`;
}

const KNOWN_HOSTS = ['zoom.us', '*.zoom.us', ...Object.values(CLOUDS).map(({ graph }) => graph)];

/** Hosts of Zoom and Microsoft by name; an organisation's own by number alone. */
export function originLines(origins: readonly string[]): string[] {
  const known = origins.filter((origin) => KNOWN_HOSTS.includes(origin.split('/')[2] ?? ''));
  const others = origins.length - known.length;
  return [...known, ...(others > 0 ? [`${others} of the organisation's own`] : [])];
}

export function environmentLines(input: TroubleInput): string[] {
  return [
    `made: ${written(input.madeAt)}`,
    `version: ${asCode(input.version)}`,
    `browser: ${input.browser}`,
    `language: ${asCode(input.language)}`,
    `online: ${yesNo(input.online)}`,
    `health: ${input.view.state}${input.view.code === null ? '' : ` (${asCode(input.view.code)})`}`,
    `settings history: ${input.snapshots}`,
  ];
}
