// @vitest-environment happy-dom
import type { ComponentChildren } from 'preact';
import { render } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { ComparedTable } from '../../../components/compared-table.tsx';
import { GeneralReasons } from '../../../components/general-reasons.tsx';
import { LaterToday } from '../../../components/later-today.tsx';
import { MeetingFilters } from '../../../components/meeting-filters.tsx';
import { WindowNotice } from '../../../components/window-notice.tsx';
import type { ComparedMeeting, Comparison } from '../../../utils/model/meetings.ts';
import { NOW, Page } from './help.tsx';

const HOUR = 3_600_000;
const draw = (children: ComponentChildren) => {
  const root = document.createElement('div');
  render(<Page>{children}</Page>, root);
  return root;
};
const meeting = (more: Partial<ComparedMeeting>): ComparedMeeting => ({
  key: 'a',
  at: NOW,
  outlook: { start: NOW, end: NOW + HOUR },
  zoom: null,
  verdict: 'not-compared',
  why: [],
  ...more,
});

describe('both calendars in a table', () => {
  it('says each verdict in a word, each reason with its source, and cancelled in place of a time', () => {
    const source = { name: 'Zoom KB0058782', url: 'https://support.zoom.com/a', read: '2026-11-23' };
    const page = draw(
      <ComparedTable
        meetings={[
          meeting({
            verdict: 'known-limit',
            number: '81234567890',
            why: [{ words: { key: 'meeting_why_registration' }, source }],
          }),
          meeting({ key: 'b', verdict: 'cancelled-once', cancelled: true }),
          meeting({ key: 'c', verdict: 'zoom-only', outlook: null, zoom: { start: NOW, end: NOW + HOUR } }),
        ]}
      />,
    );
    const rows = [...page.querySelectorAll('tbody tr')].map((row) => row.textContent ?? '');
    expect(rows[0]).toMatch(/812 3456 7890.*Known limit.*Uses registration/);
    expect(page.querySelector('tbody a')?.getAttribute('href')).toBe(source.url);
    expect(rows[1]).toMatch(/cancelled.*Cancelled once/);
    expect(rows[2]).toMatch(/Zoom meeting.*Zoom only/);
    expect(page.querySelectorAll('td.again')).toHaveLength(2);
  });

  it('is not silent when there is none', () => {
    expect(draw(<ComparedTable meetings={[]} />).textContent).toContain('No Zoom meeting in these days');
  });
});

it('what keeps every meeting from syncing is one line above them, and nothing where nothing does', () => {
  const lost = draw(<GeneralReasons of={[{ words: { key: 'meeting_why_lost' } }]} />);
  expect([...lost.querySelectorAll('li')].map((line) => line.textContent)).toEqual([
    'Your Zoom profile shows no working connection, so nothing syncs.',
  ]);
  expect(draw(<GeneralReasons of={[]} />).querySelector('.general')).toBeNull();
});

it('filters name what there is, and which is pressed', () => {
  const chosen = vi.fn();
  const counts = { same: 2, 'time-differs': 1 };
  const compared = { counts, meetings: [1, 2, 3] } as unknown as Comparison;
  const page = draw(<MeetingFilters compared={compared} value="all" onChange={chosen} />);
  const buttons = [...page.querySelectorAll('button')];
  expect(buttons.map((button) => button.textContent)).toEqual(['All 3', 'Time differs 1', 'Same 2']);
  expect(buttons.map((button) => button.getAttribute('aria-pressed'))).toEqual(['true', 'false', 'false']);
  buttons[1]?.click();
  expect(chosen).toHaveBeenCalledWith('time-differs');
});

describe('the rest of the day', () => {
  const later = (hours: number, subject: string) => ({ key: subject, start: NOW + hours * HOUR, subject });

  it('lists today alone, and counts what does not fit', () => {
    const meetings = [later(1, 'One'), later(1.1, 'Two'), later(1.2, 'Three'), later(48, 'Not today')];
    const page = draw(<LaterToday meetings={meetings} most={2} onJoin={() => {}} />);
    expect([...page.querySelectorAll('.title')].map((title) => title.textContent)).toEqual(['One', 'Two']);
    expect(page.textContent).toContain('and 1 more');
    expect(page.textContent).not.toContain('Not today');
  });

  it('is absent when nothing follows', () => {
    const page = draw(<LaterToday meetings={[later(48, 'Not today')]} most={3} onJoin={() => {}} />);
    expect(page.textContent).toBe('');
  });
});

it.each([
  ['open', 'is open already'],
  ['left', 'leads nowhere now'],
] as const)('a window that is %s is named', (state, words) => {
  expect(draw(<WindowNotice state={state} />).textContent).toContain(words);
});
