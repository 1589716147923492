import { describe, expect, it } from 'vitest';
import { type TroubleInput, troubleReport } from '../../../utils/report/index.ts';
import { DAY, FACTS, HOUR, INPUT, NOW, PERSONAL } from './scene.ts';

const SENTENCE = 'Maya Chen could not sign in';

const TROUBLE: TroubleInput = {
  madeAt: NOW,
  version: '0.1.0',
  browser: 'Chromium 156 on Linux',
  language: 'en',
  online: true,
  connection: {
    clientId: '11111111-2222-4333-8444-555555555555',
    tenant: 'alderfinch.example',
    cloud: 'global',
    source: { clientId: 'policy', tenant: 'options' },
  },
  view: { state: 'needs-you', code: 'AADSTS90094' },
  sync: {
    state: 'coolingDown',
    notBefore: NOW + 20 * 60_000,
    error: { code: 'http-429', who: 'wait', raw: SENTENCE },
    generation: 3,
    completedAt: NOW - 2 * HOUR,
    attemptedAt: NOW - 60_000,
    events: 612,
    failures: 2,
    account: 'oid.tid',
    cursor: {
      link: 'https://graph.microsoft.com/v1.0/me/calendarView/delta?$deltatoken=secret-token',
      kind: 'delta',
      window: { start: NOW - 7 * DAY, end: NOW + 50 * DAY },
      parserVersion: 1,
      account: 'oid.tid',
      cloud: 'global',
    },
  },
  runs: Array.from({ length: 30 }, (_, at) => ({
    startedAt: NOW - (at + 1) * HOUR,
    endedAt: NOW - (at + 1) * HOUR + 840,
    trigger: 'alarm',
    outcome: at === 0 ? 'waiting' : 'complete',
    pages: 1,
    requests: 1,
    added: at,
    changed: 0,
    removed: 0,
    ignored: 0,
    bytes: 2_048,
    waitedMs: 0,
    ...(at === 0 ? { error: { code: 'http-429', who: 'wait', raw: '429' } } : {}),
  })),
  facts: FACTS,
  findings: INPUT.checks.before.map(({ finding }) => finding),
  snapshots: 4,
  log: [
    { at: NOW - HOUR, code: 'sync/http-429', count: 2 },
    { at: NOW - HOUR, code: SENTENCE },
  ],
  permissions: ['alarms', 'identity', 'storage'],
  origins: ['https://graph.microsoft.com/*', 'https://zoom.us/*', 'https://alderfinch.zoom.us/*'],
  policy: { set: ['clientId', 'tenant'], refused: [{ field: 'locators[2].page', reason: 'wrong-value' }] },
};

describe('the troubleshooting report', () => {
  it('is the sample under review', async () => {
    await expect(`${troubleReport(TROUBLE)}\n`).toMatchFileSnapshot(
      '../../fixtures/report/troubleshooting.txt',
    );
  });

  it('holds no name, address, id, token or host of an organisation', () => {
    const made = troubleReport(TROUBLE);
    for (const word of [...PERSONAL, 'alderfinch', '11111111', 'secret-token', 'oid.tid', '@']) {
      const line = made
        .split('\n')
        .find((one) => one.includes(word) && !/^[a-z-]+@(?:account|group|user|profile): /.test(one));
      expect(line, word).toBeUndefined();
    }
  });

  it('can be made of nothing at all', () => {
    const { sync: _sync, ...rest } = TROUBLE;
    const empty = troubleReport({
      ...rest,
      sync: null,
      runs: [],
      facts: {},
      findings: [],
      log: [],
      origins: [],
      policy: { set: [], refused: [] },
    });
    expect(empty).toContain('never set up');
    expect(empty).toContain('## Log\nnone');
  });
});
