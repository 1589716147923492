import { describe, expect, it } from 'vitest';
import type { EntraRunFact } from '../../../utils/model/entra.ts';
import { runState } from '../../../utils/model/entra-run.ts';
import type { Fact } from '../../../utils/model/facts.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const MINUTE = 60_000;
const run = (value: EntraRunFact, minutes: number): Fact<EntraRunFact> => ({
  value,
  source: 'microsoft-entra',
  observedAt: NOW - minutes * MINUTE,
  goodFor: 1.5 * MINUTE,
});
const APPROVAL = { state: 'running', step: 'approval' } as const;
const GRANTS = { state: 'running', step: 'grants' } as const;

describe('a reading that waits at Microsoft’s window', () => {
  it.each([
    ['runs while the window stands open', APPROVAL, 20, 'open', 'running'],
    ['ends with a worker that was stopped meanwhile', APPROVAL, 0.5, 'left', 'cut-off'],
    ['is cut off when no window is left and nothing was heard', APPROVAL, 2, null, 'cut-off'],
    ['is not the one another window of the next day is open for', APPROVAL, 1440, 'open', 'cut-off'],
    ['runs before its window is open', APPROVAL, 0.5, null, 'running'],
  ] as const)('%s', (_, value, minutes, window, state) => {
    expect(runState(run(value, minutes), NOW, window)).toBe(state);
  });
});

describe('a reading past the window', () => {
  it.each([
    [GRANTS, 1, 'running'],
    [GRANTS, 2, 'cut-off'],
    [{ state: 'ended' }, 9999, 'ended'],
    [{ state: 'refused', error: { code: 'forbidden', who: 'blocked' } }, 9999, 'refused'],
  ] as const)('%o, silent for %d min, whatever window is open: %s', (value, minutes, state) => {
    for (const window of ['open', 'left', null] as const)
      expect(runState(run(value, minutes), NOW, window)).toBe(state);
  });

  it('nobody has begun', () => {
    expect(runState(undefined, NOW, 'open')).toBe('none');
  });
});
