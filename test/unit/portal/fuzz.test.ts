// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readPortal } from '../../../utils/portal/index.ts';
import { checkUnseen, PARSED } from './fuzz.ts';
import { LIMIT, RUNS, starts } from './starts.ts';

describe('pages nobody has seen', () => {
  test(
    'are read without an exception and without a trace, and nothing is reported that they do not show',
    () => expect(() => checkUnseen(starts(), RUNS, PARSED)).not.toThrow(),
    LIMIT,
  );

  test('a page that hides its own members behind fields is none of ours, and no exception', () => {
    const page = starts().find(({ name }) => name === 'account-new-gen3-en-unlocked.html');
    const document = new DOMParser().parseFromString(page?.html ?? '', 'text/html');
    const main = document.querySelector('#app') as Element;
    for (const name of ['getAttribute', 'parentElement', 'querySelectorAll', 'textContent'])
      Object.defineProperty(main, name, { value: document.createElement('input') });
    const { recognition, settings } = readPortal(document, page?.url ?? '');
    expect({ recognition, settings }).toEqual({ recognition: 'unrecognised', settings: [] });
  });
});
