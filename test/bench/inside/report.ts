// The product's own evidence engine in a page, over a year of looks and 5,000 findings.
import checks from '../../../utils/locales/en/checks.json';
import common from '../../../utils/locales/en/common.json';
import options from '../../../utils/locales/en/options.json';
import report from '../../../utils/locales/en/report.json';
import { createSay } from '../../../utils/core/say.ts';
import { evidenceBlob } from '../../../entrypoints/workbench/evidence-file.ts';
import type { SettingReading } from '../../../utils/model/settings.ts';
import type { Say } from '../../../utils/model/words.ts';
import { type EvidenceInput, evidencePack, FORMATS, type Judgement } from '../../../utils/report/index.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 23, 14, 6);
const catalogue: Record<string, { readonly message: string }> = {
  ...checks,
  ...common,
  ...options,
  ...report,
};
const say = createSay((key) => catalogue[key]?.message ?? '', 'en', 'UTC') as Say;

const look = (at: number): SettingReading[] => [
  { id: 'third-party-integration', value: 'on', lock: at % 7 ? 'unlocked' : 'locked' },
  { id: 'default-service', value: at % 3 ? 'office365' : 'none', lock: 'unlocked' },
  { id: 'authorize-with', value: at % 2 ? 'ews' : 'graph', lock: 'unlocked' },
  { id: 'setup-method', value: at % 5 ? 'oauth' : 'application-permissions', lock: 'unlocked' },
  {
    id: 'permissions',
    value: at % 4 ? ['calendar-read', 'calendar-write'] : ['calendar-read'],
    lock: 'unlocked',
  },
  { id: 'sso-prompt', value: at % 6 ? 'off' : 'every-sign-in', lock: 'unlocked' },
  { id: 'two-way-sync', value: at % 8 ? 'on' : 'off', lock: 'unlocked' },
];

const finding = (at: number, later: boolean): Judgement => ({
  scope: `zoom.us/group-${at}`,
  finding: {
    check: 'ews-retirement',
    setting: 'authorize-with',
    level: 'group',
    sources: [
      {
        name: 'Microsoft MC1227454',
        url: 'https://techcommunity.microsoft.com/blog/exchange',
        read: '2026-11-23',
      },
      { name: 'Zoom KB0077079', url: 'https://support.zoom.com/hc/en/article?id=zm_kb', read: '2026-11-23' },
    ],
    outcome: {
      kind: 'fail',
      impact: later && at % 2 ? 'minor' : 'critical',
      certainty: 'confirmed',
      words: {
        title: { key: 'check_ews_retirement_title' },
        why: { key: 'check_ews_retirement_why', params: { count: at } },
        step: { verb: { key: 'check_ews_retirement_step' }, rest: { key: 'check_ews_retirement_step_rest' } },
      },
    },
    observedAt: NOW - at * 1000,
  },
});

const numbers = Array.from({ length: 5_000 }, (_, at) => at);
const input: EvidenceInput = {
  version: '0.1.0',
  language: 'en',
  madeAt: NOW,
  ticket: 'CHG-20418',
  masked: true,
  parts: ['checks', 'settings', 'history', 'permissions', 'facts', 'policy'],
  before: NOW - 300 * DAY,
  after: NOW,
  checks: { before: numbers.map((at) => finding(at, false)), after: numbers.map((at) => finding(at, true)) },
  snapshots: Array.from({ length: 400 }, (_, at) => ({
    page: 'account-settings' as const,
    scope: 'zoom.us',
    seenAt: NOW - (400 - at) * DAY,
    settings: look(at),
  })),
  facts: {},
  policy: { policy: {}, refused: [] },
};

/** All four formats, as the workbench makes them. Times in ms, sizes in bytes. */
async function measure() {
  const { scheduler } = globalThis as unknown as { scheduler: { yield(): Promise<void> } };
  let began = performance.now();
  let longest = 0;
  const ended = () => {
    longest = Math.max(longest, performance.now() - began);
  };
  const start = began;
  let bytes = 0;
  for (const format of FORMATS) {
    const blob = await evidenceBlob(evidencePack(input, say), format, say, {
      monotonic: () => performance.now(),
      pause: async () => {
        ended();
        await scheduler.yield();
        began = performance.now();
      },
    });
    bytes += blob.size;
    ended();
  }
  return { longest, total: performance.now() - start, bytes };
}

Object.assign(globalThis, { report: { measure } });
