import { DAY, HOUR, MINUTE } from '../../../utils/core/clock.ts';
import type { ErrorInfo } from '../../../utils/core/errors.ts';
import type { SyncRecord } from '../../../utils/model/calendar.ts';
import type { FactBook, ProfileFact, SessionsFact } from '../../../utils/model/facts.ts';
import type { HealthInput } from '../../../utils/model/health.ts';
import type { health } from '../../../utils/checks/health.ts';

export const NOW = Date.UTC(2026, 10, 23, 14, 6);
export const account = {
  username: 'maya@alderfinch.example',
  tenantId: '5d0b7c1e-0000-4000-8000-00000000c1e7',
};

export const profile = (
  connection: ProfileFact['connection'],
  seen = 2 * HOUR,
  since?: number,
): FactBook => ({
  'portal/profile': {
    value: {
      recognition: 'recognised',
      connection,
      ...(since === undefined ? {} : { connectedSince: since }),
    },
    source: 'zoom-portal',
    observedAt: NOW - seen,
    goodFor: DAY,
  },
});
export const connected = (seen = 2 * HOUR, since?: number) =>
  profile({ status: 'connected', service: 'office365' }, seen, since);
export const sessions = (value: SessionsFact, age = 4 * MINUTE): FactBook => ({
  'microsoft/sessions': { value, source: 'microsoft-graph', observedAt: NOW - age, goodFor: DAY },
});
export const trouble = (error: ErrorInfo, step: 'sign-in' | 'calendar' | 'silent' = 'silent'): FactBook => ({
  'microsoft/trouble': {
    value: { error, step },
    source: 'microsoft-entra',
    observedAt: NOW - 8 * MINUTE,
    goodFor: DAY,
  },
});
export const sync = (change: Partial<SyncRecord> = {}): SyncRecord => ({
  state: 'idle',
  notBefore: 0,
  completedAt: NOW - 4 * MINUTE,
  attemptedAt: NOW - 4 * MINUTE,
  ...change,
});
export const input = (change: Partial<HealthInput> = {}): HealthInput => ({
  facts: connected(),
  sync: sync(),
  runs: [],
  account,
  configured: true,
  now: NOW,
  online: true,
  ...change,
});
export const keys = (view: ReturnType<typeof health>) => [view.state, view.tone, view.title.key];
