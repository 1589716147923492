import { expect, it } from 'vitest';
import { allFindings, besideState, CHECKS, fails, health } from '../../../utils/checks/index.ts';
import { checkName, placeWords } from '../../../utils/model/finding-words.ts';
import { DAY } from '../../../utils/core/clock.ts';
import type { FactBook } from '../../../utils/model/facts.ts';

const NOW = Date.UTC(2026, 10, 23);
const OFF: FactBook = {
  'portal/profile': {
    value: { recognition: 'recognised', connection: { status: 'not-connected' } },
    source: 'zoom-portal',
    observedAt: NOW - 60_000,
    goodFor: DAY,
  },
};
const viewOf = (facts: FactBook) =>
  health({ facts, sync: null, runs: [], account: null, configured: true, now: NOW, online: true });
const failing = allFindings(CHECKS, [], OFF, NOW)
  .map(({ finding }) => finding)
  .filter(fails);

it('a finding that says what the state above it says is not listed', () => {
  expect(failing.map(({ check }) => check)).toEqual(['will-it-hold']);
  expect(besideState(failing, viewOf(OFF))).toEqual([]);
});

it('but under a state that speaks of something else it is listed', () => {
  expect(besideState(failing, viewOf({}))).toEqual(failing);
});

it('every check has a name to be shown by', () => {
  const unnamed = CHECKS.filter(
    ({ id, setting }) => checkName({ check: id, ...(setting ? { setting } : {}) }) === null,
  );
  expect(unnamed.map(({ id }) => id)).toEqual([]);
});

it('what Entra told is placed in Entra, the rest at its level', () => {
  const places = new Map(
    allFindings(CHECKS, [], {}, NOW).map(({ finding }) => [finding.check, placeWords(finding).key]),
  );
  expect(places.get('entra-app-excess')).toBe('report_place_entra');
  expect(places.get('consent-match')).toBe('report_place_entra');
  expect(places.get('same-person')).toBe('workbench_level_profile');
});
