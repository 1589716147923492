import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../utils/core/clock.ts';
import { comparedFact, compareStored } from '../../../utils/meetings/index.ts';
import type { FactBook } from '../../../utils/model/facts.ts';
import { A, B, event, list, NOW, row, ZONE } from './compare-input.ts';

const contents = (age = HOUR): FactBook => ({
  'calendar/contents': {
    value: { events: 9, windowStart: NOW - 7 * DAY, windowEnd: NOW + 60 * DAY },
    source: 'microsoft-graph',
    observedAt: NOW - age,
    goodFor: DAY,
  },
});
const stored = (
  facts: FactBook,
  rows = [event(2, { zoom: A }), event(3, { zoom: B, link: 'registration' })],
) => compareStored({ facts, rows, version: 'unknown', days: 7, zone: ZONE, now: NOW });

describe('what is stored, compared', () => {
  it('is nothing before Outlook was read, or long after', () => {
    expect(stored({})).toBeNull();
    expect(stored(contents(25 * HOUR))).toBeNull();
  });

  it('does without a list of yesterday', () => {
    const old = { ...list([row(A, 2)]), observedAt: NOW - 25 * HOUR };
    expect(stored({ ...contents(), 'portal/meetings': old })?.list).toBeNull();
  });

  it('becomes a fact of counts, as old as its older side, with no meeting’s name', () => {
    const facts = { ...contents(), 'portal/meetings': list([row(A, 2), row(B, 3)]) };
    const rows = [event(2, { zoom: A, subject: 'Secret' }), event(30, { zoom: '84567890123' })];
    const compared = stored(facts, rows);
    const fact = compared && comparedFact(compared, facts, 7);
    expect(fact?.value).toMatchObject({ days: 7, meetings: 2, limited: 0, drifted: 2, listSeen: true });
    const { mine: _, ...theirs } = event(30, { zoom: '84567890123' });
    const invited = stored(facts, [event(2, { zoom: A }), theirs]);
    expect(invited && comparedFact(invited, facts, 7)?.value.drifted).toBe(1);
    expect(fact?.observedAt).toBe(NOW - HOUR);
    expect(JSON.stringify(fact)).not.toContain('Secret');
  });

  it.each([
    ['both sides at one time', [row(A, 2), row(B, 3)], 2],
    ['rows without a time', [row(A, null), row(B, null)], 0],
    ['rows of an unproven zone', [row(A, 8), row(B, 9)], 0],
  ] as const)('counts what was really compared: %s', (_what, rows, count) => {
    const facts = { ...contents(), 'portal/meetings': list(rows) };
    const compared = stored(facts, [event(2, { zoom: A }), event(3, { zoom: B })]);
    expect(compared && comparedFact(compared, facts, 7)?.value).toMatchObject({
      compared: count,
      drifted: 0,
      listSeen: true,
    });
  });

  it('counts limits that lie in a meeting, and not those of the connection', () => {
    const lost: FactBook = {
      ...contents(),
      'portal/profile': {
        value: { recognition: 'recognised', connection: { status: 'not-connected' } },
        source: 'zoom-portal',
        observedAt: NOW,
        goodFor: DAY,
      },
    };
    const compared = stored(lost);
    expect(compared?.counts).toMatchObject({ 'known-limit': 1, 'not-compared': 1 });
    expect(compared?.general.map(({ words }) => words.key)).toEqual(['meeting_why_lost']);
    expect(compared && comparedFact(compared, lost, 7)?.value).toMatchObject({
      limited: 1,
      disconnected: true,
      limit: { key: 'meeting_why_registration' },
    });
  });
});
