import { expect, it } from 'vitest';
import { fuzz } from '../unit/calendar/support/fuzz.ts';
import { STORES } from '../unit/calendar/support/stores.ts';

const ANSWERS = 10_000;

it.each(['memory', 'indexeddb'] as const)(
  'I13: thousands of spoilt answers over %s end in named states, and the store in the truth',
  async (name) => {
    const began = performance.now();
    const { seeds, spoilt } = await fuzz(ANSWERS, STORES[name]);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(`${name}: ${spoilt} spoilt answers, ${seeds} seeds, ${seconds} s\n`);
    expect(spoilt).toBeGreaterThanOrEqual(process.env['WIRE_SEED'] === undefined ? ANSWERS : 1);
  },
);
