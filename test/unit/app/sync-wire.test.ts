import { expect, it } from 'vitest';
import { fuzz } from '../calendar/support/fuzz.ts';
import { STORES } from '../calendar/support/stores.ts';

it('I13: 500 spoilt answers end in named states, and the store in the truth', async () => {
  // The full number is `npm run test:long`'s.
  const { spoilt } = await fuzz(500, (seed) => STORES[seed % 4 === 0 ? 'indexeddb' : 'memory']());
  expect(spoilt).toBeGreaterThanOrEqual(500);
});
