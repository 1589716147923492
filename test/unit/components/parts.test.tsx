// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FactList } from '../../../components/fact-list.tsx';
import { Findings } from '../../../components/findings.tsx';
import type { FailingFinding } from '../../../utils/model/finding-look.ts';
import { NextMeeting } from '../../../components/next-meeting.tsx';
import { SyncHistory } from '../../../components/sync-history.tsx';
import { DAY, HOUR, MINUTE } from '../../../utils/core/clock.ts';
import type { Certainty, Impact } from '../../../utils/model/findings.ts';
import { NOW, Page } from './help.tsx';

afterEach(cleanup);

describe('facts', () => {
  it('have a name, a value and an age; one past its limit is grey and says so in words', () => {
    render(
      <Page>
        <FactList
          facts={[
            {
              name: { key: 'health_fact_calendar' },
              value: { key: 'health_read', params: { count: 1 } },
              observedAt: NOW - 4 * MINUTE,
              stale: false,
            },
            {
              name: { key: 'health_fact_profile' },
              value: { key: 'health_connected' },
              observedAt: NOW - 3 * DAY,
              stale: true,
            },
            {
              name: { key: 'health_fact_page' },
              value: { key: 'health_not_seen_yet' },
              observedAt: null,
              stale: false,
            },
          ]}
        />
      </Page>,
    );
    const rows = [...document.querySelectorAll('dl > div')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ['Outlook calendar', 'read, 1 event', '4 min ago'],
      ['Zoom profile page', 'connected', 'Past its limit: 3 days ago'],
      ['Mail & Calendar page', 'not seen yet', '–'],
    ]);
    expect(document.querySelectorAll('dd.old')).toHaveLength(1);
  });
});

describe('the next meeting', () => {
  const draw = (change: object = {}) => {
    const onJoin = vi.fn();
    const props = { start: NOW + 24 * MINUTE, end: NOW + 54 * MINUTE, main: true, asOf: null, onJoin };
    render(
      <Page>
        <NextMeeting
          {...props}
          subject="Quarterly budget review"
          join="https://us02web.zoom.us/j/81234567890"
          {...change}
        />
      </Page>,
    );
    return onJoin;
  };

  it('says when, until when and which number, and joins', () => {
    const onJoin = draw();
    expect(screen.getByText('in 24 min')).toBeTruthy();
    expect(document.querySelector('.what .meta')?.textContent).toBe('until 15:00 · Zoom 812 3456 7890');
    fireEvent.click(screen.getByRole('button', { name: /^Join/ }));
    expect(onJoin).toHaveBeenCalledExactlyOnceWith('https://us02web.zoom.us/j/81234567890');
  });

  it('keeps a private meeting private and offers no button without a number', () => {
    draw({ subject: undefined, join: undefined, private: true });
    expect(screen.getByText('Private meeting')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says so when the calendar is past its limit', () => {
    draw({ asOf: NOW - 5 * HOUR, main: false });
    expect(screen.getByText(/calendar read 5 h ago/)).toBeTruthy();
    expect(document.querySelector('.btn.main')).toBeNull();
  });

  it.each([
    [NOW - MINUTE, 'now'],
    [NOW + 2 * HOUR, 'today'],
    [NOW + DAY, 'tomorrow'],
    [NOW + 3 * DAY, '26 Nov 2026'],
  ])('a start at %i is "%s"', (start, words) => {
    draw({ start, end: start + HOUR });
    expect(document.querySelector('.when span')?.textContent).toBe(words);
  });
});

const finding = (check: string, impact: Impact, certainty: Certainty): FailingFinding => ({
  check,
  level: 'user',
  sources: [{ name: 'Zoom KB0068615', url: 'https://support.zoom.com/x', read: '2026-11-23' }],
  observedAt: NOW - 2 * HOUR,
  outcome: { kind: 'fail', impact, certainty, words: { title: { key: 'popup_join' } } },
});

describe('findings', () => {
  const draw = (findings: FailingFinding[]) =>
    render(
      <Page>
        <Findings heading={{ key: 'popup_to_look_at' }} findings={findings} most={3} all="workbench.html" />
      </Page>,
    );

  it.each([
    ['serious', 'confirmed', 'Error.'],
    ['serious', 'likely', 'Warning.'],
    ['moderate', 'confirmed', 'Warning.'],
    ['minor', 'confirmed', 'Advice.'],
  ] as const)('%s and %s reads as %s', (impact, certainty, word) => {
    draw([finding('a', impact, certainty)]);
    expect(screen.getByRole('heading', { level: 3 }).textContent).toMatch(new RegExp(`^${word}`));
  });

  it('shows three, and where the rest is', () => {
    draw(['a', 'b', 'c', 'd'].map((id) => finding(id, 'minor', 'confirmed')));
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    expect(screen.getByRole('link', { name: 'All in the workbench' }).getAttribute('href')).toBe(
      'workbench.html',
    );
    expect(document.querySelector('.count')?.textContent).toBe('4');
  });

  it('names certainty only where it is not confirmed', () => {
    draw([finding('a', 'moderate', 'possible'), finding('b', 'moderate', 'confirmed')]);
    expect([...document.querySelectorAll('.foot > span')].map((foot) => foot.textContent)).toEqual([
      'Possible · seen 2 h ago',
      'seen 2 h ago',
    ]);
  });
});

describe('the sync history', () => {
  it('says in words what it draws, and draws each kind in its own shape', () => {
    render(
      <Page language="fr">
        <SyncHistory
          title={{ key: 'history_hours', params: { hours: 24 } }}
          sentences={[
            { key: 'history_fine', params: { fine: 38, all: 40 } },
            { key: 'history_failed', params: { count: 2 } },
          ]}
          bars={[
            { kind: 'fine', height: 1 },
            { kind: 'failed', height: 1 },
            { kind: 'waited', height: 0.5 },
            { kind: 'idle', height: 0 },
          ]}
        />
      </Page>,
    );
    expect(document.querySelector('.runs .meta')?.textContent).toBe('38 sur 40 réussies · 2 en échec');
    const shapes = ['.ok', '.no', '.wt', '.gap'].map(
      (shape) => document.querySelectorAll(`.spark ${shape}`).length,
    );
    expect(shapes).toEqual([1, 1, 1, 1]);
    expect(document.querySelector('.spark')?.getAttribute('aria-hidden')).toBe('true');
  });
});
