import { expect, it } from 'vitest';
import { between, fullFacts, judgeAll } from '../../bench/full-facts.ts';

const DAY = 86_400_000;
const full = fullFacts(100_000);

it('the measured work is real: agenda, comparison and findings of a calendar of 100,000 events', () => {
  const rows = between(full.events, full.now, full.now + 7 * DAY);
  expect(rows.length).toBeGreaterThan(10_000);
  const { agenda, compared, findings } = judgeAll(full, rows);
  expect(agenda).toHaveLength(10);
  expect(compared?.counts.same).toBe(120);
  expect(compared?.withLink).toBeGreaterThan(5_000);
  expect(findings.map(({ check }) => check)).toEqual(
    expect.arrayContaining(['meeting-limits', 'same-person']),
  );
});
