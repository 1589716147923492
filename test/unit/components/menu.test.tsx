// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Menu, type MenuItem } from '../../../components/menu.tsx';
import { Page } from './help.tsx';

afterEach(cleanup);

const ITEMS: readonly MenuItem[] = [
  { id: 'sync', label: { key: 'popup_sync_now' }, icon: 'sync', letter: 'S' },
  { id: 'profile', label: { key: 'health_do_profile' }, icon: 'out', letter: 'P' },
  { id: 'out', label: { key: 'popup_sign_out' }, apart: true },
];
const onChoose = vi.fn();
const opener = () => screen.getByRole('button', { name: 'More' });
const focused = () => document.activeElement?.textContent;
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

beforeEach(() => {
  onChoose.mockReset();
  render(
    <Page>
      <Menu label={{ key: 'popup_more' }} items={ITEMS} onChoose={onChoose} />
    </Page>,
  );
});
const open = () => act(() => void fireEvent.click(opener()));

describe('the menu', () => {
  it('opens on its first item and walks round with the arrows', async () => {
    await open();
    expect(opener().getAttribute('aria-expanded')).toBe('true');
    expect(focused()).toContain('Sync now');
    press('ArrowDown');
    expect(focused()).toContain('Open my Zoom profile');
    press('End');
    expect(focused()).toContain('Sign out');
    press('ArrowDown');
    expect(focused()).toContain('Sync now');
    press('ArrowUp');
    expect(focused()).toContain('Sign out');
    press('Home');
    expect(focused()).toContain('Sync now');
  });

  it('chooses by letter only while it is open', async () => {
    fireEvent.keyDown(opener(), { key: 'p' });
    expect(onChoose).not.toHaveBeenCalled();
    await open();
    await act(() => void press('p'));
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('profile');
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('leaves letters with a modifier to the browser', async () => {
    await open();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 's', ctrlKey: true });
    expect(onChoose).not.toHaveBeenCalled();
  });

  it('closes by Esc, keeps that key from the popup and gives the focus back', async () => {
    await open();
    let passed = true;
    await act(() => {
      passed = press('Escape');
    });
    expect(passed).toBe(false);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(opener());
  });

  it('closes when somebody points elsewhere', async () => {
    await open();
    await act(() => void fireEvent.pointerDown(document.body));
    expect(screen.queryByRole('menu')).toBeNull();
  });
});
