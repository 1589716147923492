import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { adminConsentUrl, adminMessage } from '../../../utils/checks/health-admin.ts';
import { syncHistory } from '../../../utils/checks/health-history.ts';
import { stateAsText } from '../../../utils/checks/health-text.ts';
import { storedFindings } from '../../../utils/checks/health-findings.ts';
import { health } from '../../../utils/checks/health.ts';
import { DAY, HOUR, MINUTE } from '../../../utils/core/clock.ts';
import { createSay } from '../../../utils/core/say.ts';
import { CATALOGUE_PARTS } from '../../../utils/locales/index.ts';
import type { RunRecord } from '../../../utils/model/calendar.ts';
import type { FactBook } from '../../../utils/model/facts.ts';
import type { Check } from '../../../utils/model/findings.ts';

const NOW = Date.UTC(2026, 10, 23, 14, 6);
const english: Record<string, { message: string }> = Object.assign(
  {},
  ...CATALOGUE_PARTS.map(
    (part) =>
      JSON.parse(
        readFileSync(`${import.meta.dirname}/../../../utils/locales/en/${part}.json`, 'utf8'),
      ) as object,
  ),
);
const say = createSay((key) => english[key]?.message ?? '', 'en', 'UTC');

const run = (endedAt: number, change: Partial<RunRecord> = {}): RunRecord => ({
  startedAt: endedAt - 2_000,
  endedAt,
  trigger: 'alarm',
  outcome: 'complete',
  pages: 1,
  requests: 1,
  added: 0,
  changed: 0,
  removed: 0,
  ignored: 0,
  bytes: 100,
  waitedMs: 0,
  ...change,
});
const every = (minutes: number, count: number, from = NOW - MINUTE) =>
  Array.from({ length: count }, (_, at) => run(from - at * minutes * MINUTE));

describe('the sync history', () => {
  it('is nothing before the first run', () => {
    expect(syncHistory([], NOW)).toBeNull();
  });

  it('shows a day by half hours, newest last', () => {
    const view = syncHistory([run(NOW - MINUTE, { outcome: 'failed' }), run(NOW - 90 * MINUTE)], NOW);
    expect(view?.bars).toHaveLength(48);
    expect(view?.bars.at(-1)?.kind).toBe('failed');
    expect(view?.bars.filter((bar) => bar.kind === 'fine')).toHaveLength(1);
    expect(view?.sentences.map(say)).toEqual(['1 of 2 fine', '1 failed']);
  });

  it('does not call "not run" what the ring of 50 has forgotten', () => {
    const view = syncHistory(every(15, 50), NOW);
    expect(view?.title.params).toEqual({ hours: 12 });
    expect(view?.bars).toHaveLength(24);
    expect(view?.bars.some((bar) => bar.kind === 'idle')).toBe(false);
  });

  it('stretches over days when nothing has run for long', () => {
    const view = syncHistory(every(30, 6, NOW - 3 * DAY), NOW);
    expect(say(view?.title ?? { key: 'popup_title' })).toBe('Sync, last 4 days');
    expect(view?.sentences.map((sentence) => sentence.key)).toEqual(['history_last_run']);
    expect(view?.bars).toHaveLength(48);
    expect(view?.bars.at(-1)?.kind).toBe('idle');
  });

  it('draws a wait hollow, and more changes higher', () => {
    const waited = syncHistory([run(NOW - MINUTE, { outcome: 'waiting' })], NOW);
    expect(waited?.bars.at(-1)?.kind).toBe('waited');
    const height = (added: number) =>
      syncHistory([run(NOW - MINUTE, { added })], NOW)?.bars.at(-1)?.height ?? -1;
    expect(height(0)).toBeGreaterThan(0);
    expect(height(3)).toBeGreaterThan(height(0));
    expect(height(5_000)).toBeLessThanOrEqual(1);
  });
});

describe('the message for an admin', () => {
  const config = { clientId: '5d0b7c1e-0000-4000-8000-00000000c1e7', tenant: 'organizations' };
  const redirectUri = 'https://abc.chromiumapp.org/';

  it('holds a link Entra understands, for the tenant of the account', () => {
    const url = new URL(adminConsentUrl({ config, redirectUri, tenantId: 'alderfinch.example' }) ?? '');
    expect(url.origin + url.pathname).toBe(
      'https://login.microsoftonline.com/alderfinch.example/v2.0/adminconsent',
    );
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: config.clientId,
      scope: 'https://graph.microsoft.com/User.Read https://graph.microsoft.com/Calendars.ReadBasic',
      redirect_uri: redirectUri,
    });
  });

  it('does without a link when no application is known, and carries the code', () => {
    expect(adminConsentUrl({ config: { ...config, clientId: null }, redirectUri })).toBeNull();
    const text = adminMessage(
      { config: { ...config, clientId: null }, redirectUri, code: 'AADSTS90094' },
      say,
    );
    expect(text).toContain('Calendars.ReadBasic: ');
    expect(text).toContain('AADSTS90094');
    expect(text).not.toMatch(/https:|null|undefined/);
  });
});

describe('the state as text', () => {
  it('says verdict, facts and ages, and names nobody', () => {
    const facts: FactBook = {
      'microsoft/account': {
        value: { username: 'maya@alderfinch.example', tenantId: 'secret-tenant' },
        source: 'microsoft-entra',
        observedAt: NOW,
        goodFor: DAY,
      },
      'portal/profile': {
        value: {
          recognition: 'recognised',
          connection: { status: 'connected', email: 'maya@alderfinch.example' },
          zoomEmail: 'maya@zoom.example',
        },
        source: 'zoom-portal',
        observedAt: NOW - 25 * HOUR,
        goodFor: DAY,
      },
    };
    const view = health({
      facts,
      sync: { state: 'idle', notBefore: 0, completedAt: NOW - 4 * MINUTE },
      runs: [],
      account: facts['microsoft/account']?.value ?? null,
      configured: true,
      now: NOW,
      online: true,
    });
    const text = stateAsText(view, syncHistory(every(30, 2), NOW), say, NOW);
    expect(text.split('\n')).toEqual([
      'Syncline: Outlook answers',
      'What Zoom showed is past its limit. Open your Zoom profile to see today’s state.',
      'checked 4 min ago',
      '',
      'What this rests on',
      '- Outlook calendar: not read yet, –',
      '- Zoom profile page: connected, 1 day ago (past its limit)',
      '- Microsoft sign-in: name only, User.Read, just now',
      '',
      'Sync, last 24 h: 2 of 2 fine',
    ]);
    expect(text).not.toMatch(/maya|alderfinch|secret|@/);
  });
});

describe('stored findings', () => {
  const check = (id: string, impact: 'serious' | 'minor'): Check => ({
    id,
    levels: ['user', 'account'],
    needs: [],
    sources: [],
    run: () => ({ kind: 'fail', impact, certainty: 'confirmed', words: { title: { key: 'popup_join' } } }),
  });
  const page = (age: number, recognition: 'recognised' | 'unrecognised' = 'recognised') => ({
    value: { page: 'user-settings' as const, recognition, recognised: 1, expected: 1, settings: {} },
    source: 'zoom-portal' as const,
    observedAt: NOW - age,
    goodFor: 7 * DAY,
  });
  const checks = [check('small', 'minor'), check('grave', 'serious')];

  it('come worst first, each check once, by the level that decides for the most people', () => {
    const found = storedFindings(checks, { 'portal/account': page(HOUR), 'portal/user': page(HOUR) }, NOW);
    expect(found.map((finding) => [finding.check, finding.level])).toEqual([
      ['grave', 'account'],
      ['small', 'account'],
    ]);
  });

  it('are not made from a page past its limit, nor from one not recognised', () => {
    expect(storedFindings(checks, { 'portal/user': page(8 * DAY) }, NOW)).toEqual([]);
    expect(storedFindings(checks, { 'portal/user': page(HOUR, 'unrecognised') }, NOW)).toEqual([]);
  });
});
