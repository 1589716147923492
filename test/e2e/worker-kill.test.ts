import { afterEach, describe, expect, it } from 'vitest';
import { allowCalendar, openPopup, signInByHand } from '../browser/popup.ts';
import { CLEAN, type Scene, setUpConnection, startScene } from '../browser/scene.ts';
import { differences, readStore, storeUntil } from '../browser/store.ts';
import { friendlyGraph, MAYA } from '../sim/world/index.ts';

describe('a worker killed in the middle of the first sync', () => {
  let scene: Scene;
  afterEach(async () => {
    expect(await scene.end()).toEqual(CLEAN);
  });

  it('loses a page of work at most, and no truth', async () => {
    scene = await startScene({ graph: { ...friendlyGraph(), latencyMs: 60 } });
    await setUpConnection(scene);
    const popup = await openPopup(scene);
    await signInByHand(scene, popup);
    await allowCalendar(scene, popup);
    const half = await storeUntil(
      popup,
      ({ events, sync }) => events.length > 100 && sync?.state === 'fetching',
    );
    await scene.chrome.killWorker();
    expect((await readStore(popup)).sync?.completedAt).toBeUndefined();
    const pages = scene.world.log.filter((line) => line.path.endsWith('/calendarView/delta')).length;

    // Opening the popup is enough: nobody has to know that something was cut off.
    await popup.reload();
    const whole = await storeUntil(
      popup,
      ({ sync }) => sync?.state === 'idle' && sync.completedAt !== undefined,
    );
    const calendar = scene.world.graph.calendar(MAYA.username);
    expect((await differences(whole, (window) => calendar.truth(window))).differences).toEqual([]);
    const later = scene.world.log.filter((line) => line.path.endsWith('/calendarView/delta')).length - pages;
    // It went on from the stored link: what was read before the kill was not read again.
    expect(later * 50).toBeLessThan(whole.events.length - half.events.length + 150);
  });
});
