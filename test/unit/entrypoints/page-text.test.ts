import { expect, it } from 'vitest';
import { momentTexts } from '../../../entrypoints/workbench/page-text.ts';
import { sayIn } from '../components/help.tsx';

it('looks of one minute are told apart by the second; others need none', () => {
  const at = (second: number) => new Date(2026, 10, 23, 14, 6, second).getTime();
  const [one, two, other] = momentTexts(sayIn('en'), [at(5), at(41), at(60)]);
  expect(one).toMatch(/:06:05$/);
  expect(two).toMatch(/:06:41$/);
  expect(other).toMatch(/\D\d\d:07$/);
});
