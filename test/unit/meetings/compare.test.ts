import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../utils/core/clock.ts';
import type { EventRow } from '../../../utils/model/calendar.ts';
import { A, B, C, compare, event, list, NOW, row, told } from './compare-input.ts';

const verdicts = (rows: readonly EventRow[], zoom: ReturnType<typeof list> | undefined) =>
  told(compare({ rows, list: zoom }).meetings);

describe('both sides seen', () => {
  it('the same moment is the same', () => {
    expect(verdicts([event(2, { zoom: A })], list([row(A, 2)]))).toEqual([[A, 'same', undefined]]);
  });

  it('another time is a difference, once another meeting proves the time zone', () => {
    const rows = [event(2, { zoom: A }), event(26, { zoom: B })];
    expect(verdicts(rows, list([row(A, 2), row(B, 27)]))).toEqual([
      [A, 'same', undefined],
      [B, 'time-differs', 'meeting_why_none'],
    ]);
    expect(verdicts(rows, list([row(A, 5), row(B, 29)])).map(([, verdict, why]) => [verdict, why])).toEqual([
      ['not-compared', 'meeting_why_zone'],
      ['not-compared', 'meeting_why_zone'],
    ]);
  });

  it('another end is a difference too', () => {
    expect(verdicts([event(2, { zoom: A })], list([row(A, 2, 60)]))[0]?.[1]).toBe('time-differs');
  });

  it('a date of a series that was moved is named as that', () => {
    const rows = [event(2, { zoom: A }), event(26, { zoom: A, type: 'exception' })];
    expect(verdicts(rows, list([row(A, 2), row(A, 27)]))).toEqual([
      [A, 'same', undefined],
      [A, 'time-differs', 'meeting_why_exception_maybe'],
    ]);
  });

  it('cancelled in Outlook and still listed', () => {
    expect(verdicts([event(2, { zoom: A, cancelled: true })], list([row(A, 2)]))).toEqual([
      [A, 'cancelled-once', 'meeting_why_cancelled'],
    ]);
    expect(verdicts([event(2, { zoom: A, cancelled: true })], list([row(B, 30)])).map(([n]) => n)).toEqual([
      B,
    ]);
  });

  it('a row without a time is not compared in time', () => {
    expect(verdicts([event(2, { zoom: A })], list([row(A, null)]))).toEqual([
      [A, 'not-compared', 'meeting_why_no_time'],
    ]);
  });
});

it('reads the wall times of a day on which the clocks change', () => {
  // Paris, 28 March 2027: from two o'clock on an hour less to UTC.
  const day = Date.UTC(2027, 2, 28);
  const at = (hours: number) => ({ start: day + hours * HOUR, end: day + hours * HOUR + HOUR / 2 });
  const rows = [
    { ...event(0, { zoom: A }), ...at(0) },
    { ...event(1, { zoom: B }), ...at(8) },
  ];
  const looks = [
    {
      seenAt: day,
      rows: [
        { number: A, start: '2027-03-28T01:00', end: '2027-03-28T01:30' },
        { number: B, start: '2027-03-28T10:00', end: '2027-03-28T10:30' },
      ],
    },
  ];
  const seen = { ...list(), value: { looks } };
  const { counts } = compare({ rows, list: seen, now: day, span: { start: day, end: day + DAY } });
  expect(counts.same).toBe(2);
});

describe('one side alone', () => {
  const proof = { events: [event(1, { zoom: C })], row: row(C, 1) };

  it('Outlook only, within the pages seen and nowhere else', () => {
    const rows = [...proof.events, event(3, { zoom: A }), event(80, { zoom: B })];
    const full = Array.from({ length: 13 }, (_, at) => row(String(70_000_000_000 + at), 4 + at / 10));
    const seen = told(compare({ rows, list: list([proof.row, row('79999999999', 3.5), ...full]) }).meetings);
    expect(seen.filter(([number]) => number === A || number === B)).toEqual([
      [A, 'outlook-only', 'meeting_why_none'],
      [B, 'not-compared', 'meeting_why_not_shown'],
    ]);
  });

  it('beyond a page that is not full nothing follows in Zoom', () => {
    const rows = [...proof.events, event(80, { zoom: B })];
    expect(verdicts(rows, list([proof.row]))[1]).toEqual([B, 'outlook-only', 'meeting_why_none']);
  });

  it('an invitation of somebody else need not be in Zoom’s list', () => {
    const { mine: _, ...theirs } = event(3, { zoom: A });
    expect(verdicts([...proof.events, theirs], list([proof.row]))[1]).toEqual([
      A,
      'outlook-only',
      'meeting_why_hosted',
    ]);
  });

  it('a published limit explains it', () => {
    const rows = [...proof.events, event(3, { zoom: A, link: 'registration' })];
    expect(verdicts(rows, list([proof.row]))[1]).toEqual([A, 'known-limit', 'meeting_why_registration']);
  });

  it('Zoom only, within what was read of Outlook', () => {
    const seen = verdicts(proof.events, list([proof.row, row(A, 5), row(B, 20 * 24)]));
    expect(seen).toEqual([
      [C, 'same', undefined],
      [A, 'zoom-only', 'meeting_why_older'],
    ]);
  });

  it.each([
    ['private', { private: true as const }],
    ['without a link we may read', {}],
  ])('is not called Zoom only while an event then is %s', (_what, more) => {
    const seen = verdicts([...proof.events, event(5, more)], list([proof.row, row(A, 5)]));
    expect(seen.find(([number]) => number === A)).toEqual([A, 'not-compared', 'meeting_why_may_be']);
  });

  it('leaves out rows that are over', () => {
    expect(verdicts([], list([row(A, -2)]))).toEqual([]);
  });
});

describe('Zoom’s list not seen', () => {
  it('says so, and that no reason is known, never that all is well', () => {
    const { meetings, list: seen } = compare({ rows: [event(2, { zoom: A })] });
    expect(seen).toBeNull();
    expect(meetings[0]?.verdict).toBe('not-compared');
    expect(meetings[0]?.why.map(({ words }) => words.key)).toEqual([
      'meeting_why_not_seen',
      'meeting_why_none',
    ]);
  });

  it('keeps silent about what is no Zoom meeting, and counts it', () => {
    const rows = [event(2), event(3, { private: true }), event(4, { allDay: true, zoom: A })];
    const compared = compare({ rows });
    expect(told(compared.meetings)).toEqual([[undefined, 'not-compared', 'meeting_why_private']]);
    expect([compared.withLink, compared.others]).toEqual([0, 1]);
  });

  it('names a Teams meeting beside the Zoom link', () => {
    expect(told(compare({ rows: [event(2, { zoom: A, teams: true })] }).meetings)).toEqual([
      [A, 'two-links', 'meeting_why_teams'],
    ]);
  });

  it('has nothing to compare a personal link by', () => {
    const rows = [event(2, { zoomHost: 'zoom.us' }), event(3, { zoomHost: 'zoom.us', link: 'personal' })];
    expect(told(compare({ rows }).meetings)).toEqual([
      [undefined, 'not-compared', 'meeting_why_no_number'],
      [undefined, 'known-limit', 'meeting_why_personal'],
    ]);
  });
});

it('each meeting is counted under one verdict, and they stand in order', () => {
  const rows = [event(50, { zoom: B }), event(2, { zoom: A })].toSorted((a, b) => a.start - b.start);
  const { meetings, counts } = compare({ rows, list: list([row(A, 2), row(B, 50)]) });
  expect(meetings.map(({ at }) => at)).toEqual([NOW + 2 * HOUR, NOW + 50 * HOUR]);
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(2);
  expect(compare({ rows, span: { start: NOW, end: NOW + DAY } }).meetings).toHaveLength(1);
});
