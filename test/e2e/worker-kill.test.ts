import { afterEach, describe, expect, it } from 'vitest';
import { allowCalendar, openPopup, signInByHand } from '../browser/popup.ts';
import { CLEAN, type Scene, setUpConnection, startScene } from '../browser/scene.ts';
import { DELTA } from '../browser/kills.ts';
import { differences, readStore, storeUntil } from '../browser/store.ts';
import { friendlyGraph, MAYA } from '../sim/world/index.ts';

/** Pages stored for certain when the worker dies: the answer after them is held back until it is gone. */
const STORED = 4;

describe('a worker killed in the middle of the first sync', () => {
  let scene: Scene;
  afterEach(async () => {
    expect(await scene.end()).toEqual(CLEAN);
  });

  it('loses no page that was stored, and no truth', async () => {
    scene = await startScene({
      graph: {
        ...friendlyGraph(),
        faults: [{ on: 'delta', skip: STORED, fault: { kind: 'late', ms: 3000 } }],
      },
    });
    const asked = (what: RegExp) => scene.world.log.filter(({ path }) => what.test(path)).length;
    await setUpConnection(scene);
    const popup = await openPopup(scene);
    await signInByHand(scene, popup);
    await allowCalendar(scene, popup);
    await storeUntil(popup, ({ sync }) => sync?.round?.pages === STORED);
    await scene.chrome.killWorker();
    const half = await readStore(popup);
    expect(half.sync).toMatchObject({ state: 'fetching', round: { pages: STORED } });
    expect(half.sync?.completedAt).toBeUndefined();

    // Opening the popup is enough: nobody has to know that something was cut off.
    await popup.reload();
    const whole = await storeUntil(
      popup,
      ({ sync }) => sync?.state === 'idle' && sync.completedAt !== undefined,
    );
    const calendar = scene.world.graph.calendar(MAYA.username);
    expect((await differences(whole, (window) => calendar.truth(window))).differences).toEqual([]);
    // It went on from the stored link: the second run read what the first had not, and nothing twice.
    const run = whole.runs.at(-1);
    const masters = asked(/\/me\/events\/[^/]+$/);
    const pages = run?.pages ?? 0;
    expect(run).toMatchObject({
      outcome: 'complete',
      changed: 0,
      added: whole.events.length - half.events.length - masters,
      requests: pages + masters,
    });
    // The one answer that nobody waited for is logged when it goes out.
    await expect.poll(() => asked(DELTA), { timeout: 5000 }).toBe(STORED + 1 + pages);
  });
});
