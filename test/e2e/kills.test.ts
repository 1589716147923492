import { afterEach, expect, it } from 'vitest';
import { killAlong, points, SIGN_IN } from '../browser/kill-plan.ts';
import type { Scene } from '../browser/scene.ts';

let scene: Scene | undefined;
afterEach(() => scene?.end());

it('I2: a worker killed a dozen times, in sign-in, fill, delta and roll, and a crash of the browser, lose and double no row', async () => {
  // The full number is `npm run test:long`'s.
  const along = await killAlong({
    signIn: SIGN_IN.slice(2, 3),
    fill: points(5),
    delta: points(2),
    roll: points(4),
    crashes: 1,
  });
  scene = along.scene;
  expect(new Set(along.kills).size).toBe(13);
  expect(scene.world.graph.violations).toEqual([]);
}, 90_000);
