// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AuditStatus } from '../../../components/audit-status.tsx';
import { EntraAddApp } from '../../../components/entra-left-out.tsx';
import { RunAudit } from '../../../components/run-audit.tsx';
import type { EntraRunFact } from '../../../utils/model/entra.ts';
import { isClientId } from '../../../utils/model/connection.ts';
import { Page } from './help.tsx';

afterEach(cleanup);

const shown = (
  run: EntraRunFact | null,
  cutOff = false,
  approval: string | null = 'https://login.example/x',
) => {
  const onCopyAdmin = vi.fn();
  const { container } = render(
    <Page>
      <AuditStatus run={run} cutOff={cutOff} approval={approval} onCopyAdmin={onCopyAdmin} />
    </Page>,
  );
  return { text: container.textContent, onCopyAdmin };
};

describe('where a reading stands', () => {
  it.each([
    [{ state: 'running', step: 'approval' }, 'Waiting for Microsoft’s window'],
    [{ state: 'running', step: 'apps' }, 'Looking for Zoom’s apps'],
    [{ state: 'running', step: 'grants', done: 1, of: 3 }, 'Reading permissions, app 2 of 3'],
    [{ state: 'running', step: 'consent' }, 'Reading who may consent'],
    [{ state: 'running', step: 'sign-ins', done: 0, of: 1 }, 'Reading last sign-ins, app 1 of 1'],
    [{ state: 'ended' }, ''],
    [null, ''],
  ] as const)('%o', (run, text) => {
    expect(shown(run).text).toBe(text);
  });

  it('a worker that was stopped in the middle is no reading under way', () => {
    expect(shown({ state: 'running', step: 'grants' }, true).text).toContain('The last reading was cut off');
  });

  it('an admin who must approve: the sentence, the code, the message, the page', () => {
    const error = { code: 'AADSTS90094', who: 'blocked', raw: 'AADSTS90094' } as const;
    const { text, onCopyAdmin } = shown({ state: 'refused', error });
    expect(text).toMatch(/Entra was not read.*An admin must approve it.*AADSTS90094/);
    fireEvent.click(screen.getByRole('button', { name: 'Copy message for an admin' }));
    expect(onCopyAdmin).toHaveBeenCalledOnce();
    expect(screen.getByRole('link').getAttribute('href')).toBe('https://login.example/x');
  });

  it('a window that was closed asks nobody for anything', () => {
    shown({ state: 'refused', error: { code: 'sign-in-cancelled', who: 'cancelled' } });
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('the button', () => {
  const drawn = (running: boolean, signIns = false) => {
    const onRun = vi.fn(() => Promise.resolve(null));
    const { rerender } = render(
      <Page>
        <RunAudit first running={running} signIns={signIns} onRun={onRun} />
      </Page>,
    );
    return { onRun, rerender };
  };

  it('reads sign-ins only when asked to, and again when they were read before', () => {
    const { onRun } = drawn(false);
    fireEvent.click(screen.getByRole('button'));
    fireEvent.click(screen.getByRole('checkbox'));
    fireEvent.click(screen.getByRole('button'));
    expect(onRun.mock.calls).toEqual([[false], [true]]);
    cleanup();
    const before = drawn(false, true);
    fireEvent.click(screen.getByRole('button'));
    expect(before.onRun.mock.calls).toEqual([[true]]);
  });

  it('does nothing while a reading is under way, and shows what that reads', () => {
    const { onRun } = drawn(true, true);
    fireEvent.click(screen.getByRole('button'));
    expect(onRun).not.toHaveBeenCalled();
    const box = screen.getByRole('checkbox') as HTMLInputElement;
    expect([box.checked, box.disabled]).toEqual([true, true]);
  });
});

describe('an app by its id', () => {
  it('is taken when it is one; anything else gets a sentence and stays in the field', async () => {
    const onAdd = vi.fn(() => Promise.resolve(null));
    render(
      <Page>
        <EntraAddApp fits={isClientId} onAdd={onAdd} />
      </Page>,
    );
    const field = screen.getByRole('textbox');
    fireEvent.input(field, { target: { value: 'Zoom' } });
    fireEvent.click(screen.getByRole('button'));
    await screen.findByText(/looks like/);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect((field as HTMLInputElement).value).toBe('Zoom');
    const id = '7c1d9e40-52ab-4f8e-b0c3-5a6e8d2f9100';
    fireEvent.input(field, { target: { value: ` ${id} ` } });
    fireEvent.click(screen.getByRole('button'));
    await vi.waitFor(() => expect(onAdd).toHaveBeenCalledWith(id));
  });
});
