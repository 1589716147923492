// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { StateHeader } from '../../../components/state-header.tsx';
import type { HealthView } from '../../../utils/model/health.ts';
import { NOW, Page } from './help.tsx';
import { ageOf } from '../../../utils/core/age.ts';

afterEach(cleanup);

const view = (change: Partial<HealthView> = {}): HealthView => ({
  state: 'problem',
  tone: 'ask',
  shape: 'warn',
  title: { key: 'health_may_have_lost' },
  text: [{ key: 'health_password_why', params: { date: { at: NOW, style: 'date' } } }],
  action: { id: 'open-profile', label: { key: 'health_do_profile' } },
  second: { id: 'open-table', label: { key: 'health_do_sources' } },
  certainty: 'possible',
  meta: [{ key: 'health_checked', params: { age: ageOf(NOW - 240_000, NOW) } }],
  code: null,
  steps: [],
  facts: [],
  calendarAsOf: null,
  unfamiliarAt: null,
  ...change,
});

const draw = (shown: HealthView, onAct = vi.fn(), busy: 'open-profile' | null = null) => {
  render(
    <Page>
      <StateHeader view={shown} busy={busy} onAct={onAct} />
    </Page>,
  );
  return onAct;
};

describe('the state header', () => {
  it('announces title and sentence, and not the age beside them', () => {
    draw(view());
    const status = screen.getByRole('status');
    expect(status.textContent).toContain('Zoom may have lost your calendar');
    expect(status.textContent).toContain('Your password changed on 23 Nov 2026.');
    expect(status.textContent).not.toContain('4 min ago');
  });

  it('says how sure it is, in a word', () => {
    draw(view());
    expect(screen.getByText('Possible').closest('.meta')?.textContent).toBe('Possible · checked 4 min ago');
  });

  it('has one filled button, and calls with its act', () => {
    const onAct = draw(view());
    expect(document.querySelectorAll('.btn.main')).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Open my Zoom profile' }));
    fireEvent.click(screen.getByRole('button', { name: 'Microsoft’s table' }));
    expect(onAct.mock.calls).toEqual([['open-profile'], ['open-table']]);
  });

  it('does not act twice while the act is under way', () => {
    const onAct = draw(view(), vi.fn(), 'open-profile');
    const button = screen.getByRole('button', { name: 'Open my Zoom profile' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button);
    expect(onAct).not.toHaveBeenCalled();
  });

  it('takes the focus on its title, so that Enter starts nothing', () => {
    draw(view());
    expect(screen.getByRole('heading', { level: 1 }).getAttribute('tabindex')).toBe('-1');
  });

  it('hides every drawing from those who listen', () => {
    draw(view({ action: { id: 'copy-admin-message', label: { key: 'health_do_copy_admin' } } }));
    const drawings = [...document.querySelectorAll('svg')];
    expect(drawings.length).toBeGreaterThan(2);
    expect(drawings.every((svg) => svg.getAttribute('aria-hidden') === 'true')).toBe(true);
  });

  it('gives the raw code to copy', () => {
    draw(view({ code: 'AADSTS90094', certainty: null, meta: [] }));
    expect(document.querySelector('.meta code')?.textContent).toBe('AADSTS90094');
  });
});
