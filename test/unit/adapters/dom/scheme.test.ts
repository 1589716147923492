// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { adapt, onSchemeChange, schemeAt } from '../../../../utils/adapters/dom/scheme.ts';
import { heard } from './stage.ts';

const on = (...backgrounds: string[]) => {
  let at: Element = document.body;
  document.body.replaceChildren();
  document.body.style.backgroundColor = '';
  for (const background of backgrounds) {
    const child = document.createElement('div');
    child.style.backgroundColor = background;
    at.append(child);
    at = child;
  }
  return at;
};

afterEach(() => document.body.removeAttribute('style'));

describe('the scheme of a place', () => {
  it.each([
    ['dark paper', ['rgb(31, 33, 36)'], 'dark'],
    ['white paper', ['rgb(255, 255, 255)'], 'light'],
    ['a clear row on dark paper', ['rgb(31, 33, 36)', 'rgba(0, 0, 0, 0)'], 'dark'],
    ['a faint white tint on dark paper', ['rgb(31, 33, 36)', 'rgba(255, 255, 255, 0.1)'], 'dark'],
    ['a white card on dark paper', ['rgb(31, 33, 36)', 'rgb(255, 255, 255)'], 'light'],
  ] as const)('is that of %s', (_what, backgrounds, scheme) => {
    expect(schemeAt(on(...backgrounds))).toBe(scheme);
  });

  it('is inherited where nothing is painted', () => {
    const place = on('rgba(0, 0, 0, 0)');
    const note = document.createElement('div');
    note.style.colorScheme = 'dark';
    adapt(note, place);
    expect(note.style.colorScheme).toBe('');
  });

  it('is looked at again when the page changes its theme, until the end', async () => {
    const end = new AbortController();
    let told = 0;
    onSchemeChange(document, () => (told += 1), end.signal);
    document.documentElement.className = 'dark';
    await heard();
    expect(told).toBe(1);
    end.abort();
    document.documentElement.className = '';
    await heard();
    expect(told).toBe(1);
  });
});
