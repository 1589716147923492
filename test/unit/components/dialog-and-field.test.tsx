// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { CopyRow } from '../../../components/copy-row.tsx';
import { Field } from '../../../components/field.tsx';
import type { ConfigSource } from '../../../utils/model/messages.ts';
import { Page } from './help.tsx';

afterEach(cleanup);

describe('a question before what cannot be undone', () => {
  const draw = () => {
    const onAnswer = vi.fn();
    render(
      <Page>
        <ConfirmDialog
          title={{ key: 'options_delete_question' }}
          text={{ key: 'options_delete_why' }}
          no={{ key: 'options_keep' }}
          yes={{ key: 'options_delete' }}
          onAnswer={onAnswer}
        />
      </Page>,
    );
    return onAnswer;
  };

  it('is an alertdialog with its words, and starts on the harmless answer', async () => {
    draw();
    const dialog = screen.getByRole('alertdialog', { name: 'Delete everything?' });
    expect(dialog.getAttribute('aria-describedby')).toBe('confirm-text');
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Keep'));
  });

  it('answers by its buttons, and no by Esc', () => {
    const onAnswer = draw();
    fireEvent.click(screen.getByRole('button', { name: 'Delete everything' }));
    fireEvent.click(screen.getByRole('button', { name: 'Keep' }));
    screen.getByRole('alertdialog').dispatchEvent(new Event('cancel', { cancelable: true }));
    expect(onAnswer.mock.calls).toEqual([[true], [false], [false]]);
  });
});

describe('a field', () => {
  const draw = (source: ConfigSource, wrong: boolean) => {
    const onInput = vi.fn();
    render(
      <Page>
        <Field
          name="tenant"
          label={{ key: 'options_tenant' }}
          help={{ key: 'options_tenant_help' }}
          value="alderfinch.example"
          source={source}
          error={wrong ? { key: 'options_bad_tenant' } : null}
          onInput={onInput}
        />
      </Page>,
    );
    return { onInput, input: screen.getByLabelText<HTMLInputElement>('Tenant') };
  };

  it('set by policy is shown, cannot be changed and says who set it', () => {
    const { input } = draw('policy', false);
    expect(input.readOnly).toBe(true);
    expect(document.getElementById('tenant-about')?.textContent).toContain('Set by your organisation');
  });

  it('that is wrong says what a right one looks like', () => {
    const { input } = draw('options', true);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    const about = document.getElementById(input.getAttribute('aria-describedby') ?? '');
    expect(about?.textContent).toContain('such as contoso.com');
  });

  it('hands on what is typed', () => {
    const { input, onInput } = draw('default', false);
    fireEvent.input(input, { target: { value: 'contoso.com' } });
    expect(onInput).toHaveBeenCalledWith('contoso.com');
  });
});

describe('an address to copy', () => {
  it('keeps the focus and says politely that it was copied', async () => {
    const onCopy = vi.fn(async () => ({ key: 'popup_copied' }) as const);
    render(
      <Page>
        <CopyRow
          name={{ key: 'options_this_browser' }}
          value="https://x.chromiumapp.org/"
          what={{ key: 'options_copy_redirect' }}
          onCopy={onCopy}
        />
      </Page>,
    );
    const button = screen.getByRole('button', { name: 'Copy the redirect address' });
    button.focus();
    fireEvent.click(button);
    expect((await screen.findByText('Copied')).getAttribute('role')).toBe('status');
    expect(onCopy).toHaveBeenCalledWith('https://x.chromiumapp.org/');
    expect(document.activeElement).toBe(button);
  });
});
