import { expect, it } from 'vitest';
import { produce } from '../../../utils/report/index.ts';

it('pauses whenever a slice is over, and loses nothing', async () => {
  let clock = 0;
  let pauses = 0;
  let longest = 0;
  let began = 0;
  const chunks = function* () {
    for (let at = 0; at < 1_000; at += 1) {
      clock += 1;
      yield `${at},`;
    }
  };
  const taken: string[] = [];
  const length = await produce(
    chunks(),
    {
      slice: 8,
      monotonic: () => clock,
      pause: () => {
        longest = Math.max(longest, clock - began);
        pauses += 1;
        // Others have had their turn.
        clock += 5;
        began = clock;
        return Promise.resolve();
      },
    },
    (text) => taken.push(text),
  );
  const whole = Array.from({ length: 1_000 }, (_, at) => `${at},`).join('');
  expect(taken.join('')).toBe(whole);
  expect(length).toBe(whole.length);
  expect(longest).toBe(8);
  // One before the first piece, then one a slice.
  expect(pauses).toBe(126);
});
