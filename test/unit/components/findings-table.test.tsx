// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { FindingsTable } from '../../../components/findings-table.tsx';
import type { Finding } from '../../../utils/model/findings.ts';
import { Page } from './help.tsx';

afterEach(cleanup);

const passed = (check: string, setting: Finding['setting'], level: Finding['level']): Finding => ({
  check,
  ...(setting ? { setting } : {}),
  level,
  sources: [],
  observedAt: null,
  outcome: { kind: 'pass', words: { title: { key: 'value_on' } } },
});

it('names as many checks as it counts, each by what only it looks at and where', () => {
  const all = [
    passed('calendar-write', 'permissions', 'account'),
    passed('contacts-asked', 'permissions', 'account'),
    passed('two-way-sync', 'two-way-sync', 'account'),
    passed('two-way-sync', 'two-way-sync', 'user'),
  ];
  render(
    <Page>
      <FindingsTable findings={[]} all={all} />
    </Page>,
  );
  const row = screen.getByRole('rowheader', { name: /4 checks/ });
  expect(row.querySelector('.sub')?.textContent).toBe(
    'Permissions asked: writing calendars · Permissions asked: contacts · Two-way sync (Account, You)',
  );
});

it('a step that says “here” leads to the page it speaks of', () => {
  const finding = {
    ...passed('ews-retirement', 'authorize-with', 'account'),
    outcome: {
      kind: 'fail',
      impact: 'critical',
      certainty: 'confirmed',
      words: { title: { key: 'value_ews' }, step: { verb: { key: 'check_ews_retirement_step' } } },
    },
  } as const;
  const table = (whereOf?: () => string) => (
    <Page>
      <FindingsTable findings={[finding]} {...(whereOf ? { whereOf } : {})} />
    </Page>
  );
  const { rerender } = render(table(() => 'https://zoom.us/account/setting'));
  const link = screen.getByRole('link', { name: 'Choose Graph API here' });
  expect(link.getAttribute('href')).toBe('https://zoom.us/account/setting');
  rerender(table());
  expect(screen.queryByRole('link')).toBeNull();
});
