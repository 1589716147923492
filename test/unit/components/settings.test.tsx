// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DifferenceTable } from '../../../components/difference-table.tsx';
import { EvidenceForm, type EvidenceChoices } from '../../../components/evidence-form.tsx';
import { type MatrixColumn, SettingsMatrix } from '../../../components/settings-matrix.tsx';
import { Timeline } from '../../../components/timeline.tsx';
import { DAY, HOUR } from '../../../utils/core/clock.ts';
import { NOW, Page } from './help.tsx';

afterEach(cleanup);

const COLUMNS: MatrixColumn[] = [
  {
    id: 'a',
    name: { key: 'workbench_level_account' },
    seen: {
      at: NOW - HOUR,
      stale: false,
      settings: [
        { id: 'permissions', value: [], lock: 'unlocked' },
        { id: 'two-way-sync', value: 'on', lock: 'unlocked' },
        { id: 'sso-prompt', value: 'off', lock: 'unlocked' },
      ],
    },
  },
  { id: 'g', name: { key: 'workbench_level_group' }, seen: null },
  {
    id: 'u',
    name: { key: 'workbench_level_user' },
    seen: {
      at: NOW - 8 * DAY,
      stale: true,
      settings: [
        { id: 'two-way-sync', value: 'unknown', lock: 'unknown' },
        { id: 'sso-prompt', value: 'every-sign-in', lock: 'locked' },
      ],
    },
  },
];

const cells = () =>
  [...document.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent));

describe('the settings by level', () => {
  it('tell "not recognised", "not there" and "never seen" apart', () => {
    render(
      <Page>
        <SettingsMatrix columns={COLUMNS} onlyDifferences={false} />
      </Page>,
    );
    expect(cells()).toEqual([
      ['Setting', 'Account1 h ago', 'Group–', 'YouPast its limit: 8 days ago'],
      [
        'Permissions asked',
        'None ticked',
        'Not seen yetOpen that page once and its values appear here.',
        '–',
      ],
      ['Prompt at SSO sign-in', 'Off', 'Every sign-inlockeddiffers from account'],
      ['Two-way sync', 'On', 'Not recognised'],
    ]);
  });

  it('show, when asked, only what differs; what could not be read does not', () => {
    render(
      <Page>
        <SettingsMatrix columns={COLUMNS} onlyDifferences />
      </Page>,
    );
    expect(cells().map(([name]) => name)).toEqual(['Setting', 'Prompt at SSO sign-in']);
  });
});

describe('the history', () => {
  it('carries the words Was and Is, and says where nothing is certain', () => {
    render(
      <Page>
        <DifferenceTable
          differences={[
            {
              setting: 'authorize-with',
              part: 'value',
              was: { id: 'authorize-with', value: 'graph', lock: 'unlocked' },
              is: { id: 'authorize-with', value: 'ews', lock: 'unlocked' },
              certain: true,
            },
            {
              setting: 'two-way-sync',
              part: 'lock',
              was: { id: 'two-way-sync', value: 'on', lock: 'unlocked' },
              is: { id: 'two-way-sync', value: 'on', lock: 'unknown' },
              certain: false,
            },
          ]}
        />
      </Page>,
    );
    expect(cells()).toEqual([
      ['Setting', 'Was', 'Is'],
      ['Authorize with', 'Graph API', 'EWS'],
      ['Two-way syncLockNot compared', 'not locked', 'Not recognised'],
    ]);
  });

  it('draws a ring a look and a diamond a difference, and writes the two dates compared', () => {
    const points = Array.from({ length: 60 }, (_, at) => ({
      at: NOW - (59 - at) * DAY,
      differs: at % 20 === 19,
    }));
    render(
      <Page>
        <Timeline points={points} from={19} to={59} />
      </Page>,
    );
    expect(document.querySelectorAll('circle')).toHaveLength(57);
    expect(document.querySelectorAll('path')).toHaveLength(3);
    const dates = [...document.querySelectorAll('text.b')].map((text) => text.textContent);
    expect(dates).toEqual(['14 Oct 2026', '23 Nov 2026']);
    expect(document.querySelectorAll('text').length).toBeLessThan(9);
  });
});

describe('the form of an evidence pack', () => {
  it('masks unless told otherwise, and saves once', () => {
    const onChange = vi.fn();
    const onSave = vi.fn();
    const choices: EvidenceChoices<'checks' | 'facts', 'html' | 'csv'> = {
      parts: ['checks', 'facts'],
      masked: true,
      ticket: '',
      before: null,
      after: null,
      format: 'html',
    };
    const drawn = (busy: boolean) => (
      <Page>
        <EvidenceForm
          choices={choices}
          parts={[
            ['checks', { key: 'report_part_checks' }],
            ['facts', { key: 'report_part_facts' }],
          ]}
          formats={[
            ['html', { key: 'report_format_html' }],
            ['csv', 'CSV'],
          ]}
          moments={[[NOW, 'today']]}
          example="m•••@example.com"
          busy={busy}
          notice={null}
          onChange={onChange}
          onSave={onSave}
        />
      </Page>
    );
    const form = () => document.querySelector('form') ?? document.body;
    const { rerender } = render(drawn(false));
    expect(screen.getByLabelText<HTMLInputElement>(/^Masked/).checked).toBe(true);
    fireEvent.click(screen.getByLabelText('Facts, with source and age'));
    expect(onChange).toHaveBeenLastCalledWith({ ...choices, parts: ['checks'] });
    fireEvent.change(screen.getByLabelText('Before, as seen on'), { target: { value: String(NOW) } });
    expect(onChange).toHaveBeenLastCalledWith({ ...choices, before: NOW });
    fireEvent.submit(form());
    expect(onSave).toHaveBeenCalledTimes(1);
    rerender(drawn(true));
    fireEvent.submit(form());
    expect(onSave).toHaveBeenCalledTimes(1);
  });
});
