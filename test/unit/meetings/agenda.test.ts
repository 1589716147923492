import { expect, it } from 'vitest';
import { nextMeetings } from '../../../utils/meetings/index.ts';
import type { EventRow } from '../../../utils/model/calendar.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 23, 12);
const row = (key: string, start: number, more: Partial<EventRow> = {}): EventRow => ({
  generation: 1,
  key,
  type: 'single',
  start: NOW + start * HOUR,
  end: NOW + (start + 1) * HOUR,
  ...more,
});

it('lists what runs and what comes, soonest first, up to the limit', () => {
  const rows = [row('over', -1), row('running', -0.5), row('soon', 1), row('later', 3), row('late', 5)];
  expect(nextMeetings(rows, NOW, 3).map(({ key, running }) => [key, running])).toEqual([
    ['running', true],
    ['soon', false],
    ['later', false],
  ]);
});

it('has of those that begin together the one that ends first first, also at the limit', () => {
  const rows = [row('b', 1, { end: NOW + 3 * HOUR }), row('a', 1), row('later', 2)];
  expect(nextMeetings(rows, NOW, 1).map(({ key }) => key)).toEqual(['a']);
});

it('leaves out what nobody joins: cancelled, all day, series masters', () => {
  const rows = [
    row('a', 1, { cancelled: true }),
    row('b', 1, { allDay: true }),
    row('c', 1, { type: 'master' }),
  ];
  expect(nextMeetings(rows, NOW, 9)).toEqual([]);
});

it('joins a Zoom meeting, and says no more of a private one than its time', () => {
  const [zoom, hidden] = nextMeetings(
    [
      row('z', 1, { subject: 'Plan', zoom: '81234567890', zoomHost: 'us02web.zoom.us' }),
      row('p', 2, { private: true }),
    ],
    NOW,
    9,
  );
  expect(zoom).toMatchObject({ subject: 'Plan', join: 'https://us02web.zoom.us/j/81234567890' });
  expect(hidden).toEqual({
    key: 'p',
    start: NOW + 2 * HOUR,
    end: NOW + 3 * HOUR,
    running: false,
    private: true,
  });
});
