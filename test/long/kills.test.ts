import { afterEach, expect, it } from 'vitest';
import { killAlong, points, SIGN_IN } from '../browser/kill-plan.ts';
import type { Scene } from '../browser/scene.ts';

let scene: Scene | undefined;
afterEach(() => scene?.end());

it('I2: forty deaths of the worker at distinct points and two crashes of the browser lose and double no row', async () => {
  const began = performance.now();
  const along = await killAlong({
    signIn: SIGN_IN,
    fill: points(14),
    delta: points(9),
    roll: points(12),
    crashes: 2,
  });
  scene = along.scene;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(
    `Chromium: ${along.kills.length} kills, 2 crashes, ${seconds} s\n${along.kills.join('\n')}\n`,
  );
  expect(new Set(along.kills).size).toBeGreaterThanOrEqual(40);
  expect(scene.world.graph.violations).toEqual([]);
}, 170_000);
