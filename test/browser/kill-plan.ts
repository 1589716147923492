import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { friendlyGraph, MAYA } from '../sim/world/index.ts';
import {
  ageWindow,
  alterCalendar,
  crash,
  createKiller,
  DELTA,
  type Killer,
  type Point,
  recordUntil,
  ROUND,
  wrongRows,
} from './kills.ts';
import { allowCalendar, openPopup } from './popup.ts';
import { passMicrosoft, type Scene, setUpConnection, startScene } from './scene.ts';
import { readStore, storeUntil } from './store.ts';

/** Where workers die, by what they were doing. */
export interface Plan {
  readonly signIn: readonly Point[];
  readonly fill: readonly Point[];
  readonly delta: readonly Point[];
  readonly roll: readonly Point[];
  /** Crashes of the whole browser, each in the middle of a roll. */
  readonly crashes: number;
}

/** Points of a round: asked, just answered, and while the page is being written; each with a page in between. */
export function points(count: number, path = ROUND): Point[] {
  const AFTER = ['asked', 0, 12, 3, 30] as const;
  return Array.from({ length: count }, (_, at) => ({
    path,
    nth: 1 + (at % 2),
    after: AFTER[at % AFTER.length] ?? 0,
  }));
}

/** Each request of a sign-in, before its answer and after it. */
export const SIGN_IN: readonly Point[] = [
  // Long enough for the window to be there.
  { path: /\/oauth2\/v2\.0\/authorize$/, nth: 1, after: 600 },
  { path: /\/oauth2\/v2\.0\/token$/, nth: 1, after: 'asked' },
  { path: /\/oauth2\/v2\.0\/token$/, nth: 1, after: 0 },
  { path: /\/me$/, nth: 1, after: 'asked' },
  { path: /\/me$/, nth: 2, after: 0 },
];

/** Presses the button and does what Microsoft's window asks, if one opens, until the end comes. */
async function pressSignIn(scene: Scene, popup: Page, end: Promise<unknown>): Promise<void> {
  const pass = (page: Page) => {
    // The worker may fall while the window stands open: what then fails in it is no matter.
    passMicrosoft(page).catch(() => undefined);
  };
  scene.chrome.context.on('page', pass);
  await popup
    .getByRole('button', { name: /^Sign in/ })
    .first()
    .click();
  await end;
  scene.chrome.context.off('page', pass);
  // A window whose worker is gone leads nowhere; the person closes it.
  for (const page of scene.chrome.context.pages())
    if (page.url().startsWith('https://login.microsoftonline.com/')) await page.close();
}

const isKnown = (popup: Page) =>
  storeUntil(popup, () => true).then(({ facts }) => facts['microsoft/account'] !== undefined);

async function signIn(scene: Scene, killer: Killer, plan: readonly Point[]): Promise<Page> {
  let popup = await openPopup(scene);
  for (const [at, planned] of plan.entries()) {
    if (await isKnown(popup)) {
      // The last death came after the name was known: begin again.
      await killer.tell('auth/sign-out');
      await storeUntil(popup, ({ facts }) => facts['microsoft/account'] === undefined);
      await popup.reload();
    }
    const point = { ...planned, what: `sign-in ${at + 1}` };
    const service = point.path.test('/v1.0/me') ? scene.world.graph : scene.world.entra;
    const { fallen } = killer.arm(service, point);
    await pressSignIn(scene, popup, fallen);
    await popup.close();
    popup = await openPopup(scene);
  }
  if (!(await isKnown(popup)))
    await pressSignIn(
      scene,
      popup,
      // Where tokens had been stored before the last death, no window opens any more.
      storeUntil(popup, ({ facts }) => facts['microsoft/account'] !== undefined),
    );
  return popup;
}

/** A scene in which the worker died at every point of the plan and the store is the truth after each part. */
export async function killAlong(plan: Plan): Promise<{ scene: Scene; kills: readonly string[] }> {
  // Pages enough to die on.
  const calendars = [{ username: MAYA.username, zone: 'Europe/Paris', singles: 1_200 }];
  const stage = { scene: await startScene({ graph: { ...friendlyGraph(), calendars } }) };
  try {
    return await walk(stage, plan);
  } catch (error) {
    await stage.scene.end();
    throw error;
  }
}

async function walk(
  stage: { scene: Scene },
  plan: Plan,
): Promise<{ scene: Scene; kills: readonly string[] }> {
  let { scene } = stage;
  await setUpConnection(scene);
  let page = await scene.chrome.open('options.html');
  const kills: string[] = [];
  let killer = createKiller(scene, page, kills);
  const popup = await signIn(scene, killer, plan.signIn);

  await killer.through('first fill', plan.fill, () => allowCalendar(scene, popup));
  expect(await wrongRows(scene, page), 'after the first fill').toEqual([]);
  await popup.close();

  for (const [n, point] of plan.delta.entries()) {
    const { completedAt: before = 0 } = await recordUntil(page, () => true);
    alterCalendar(scene, n);
    await killer.through(`delta ${n + 1}`, [{ ...point, path: DELTA }], () => killer.tell('sync/now'));
    const ended = await wrongRows(scene, page, ({ completedAt = 0 }) => completedAt > before);
    expect(ended, `after delta ${n}`).toEqual([]);
  }

  if (plan.roll.length > 0) {
    const old = await ageWindow(page);
    await killer.through('window roll', plan.roll, () => killer.tell('sync/now'));
    const rolled = await wrongRows(scene, page, ({ generation = 0 }) => generation > old);
    expect(rolled, 'after the window rolled').toEqual([]);
  }
  for (let at = 0; at < plan.crashes; at += 1) {
    const old = await ageWindow(page);
    const half = killer.arm(scene.world.graph, { path: DELTA, nth: 3 + at, after: 'asked', what: 'crash' });
    await killer.tell('sync/now');
    await half.fallen;
    await killer.wake();
    scene = await crash(scene);
    stage.scene = scene;
    page = await scene.chrome.open('options.html');
    killer = createKiller(scene, page, kills);
    const held = await readStore(page);
    // Half a generation is no calendar: readers read the old one, whole.
    expect(held.sync?.generation, 'after a crash').toBe(old);
    // Tokens live in memory only, and Chromium writes cookies down every half minute: a person may have to sign in again.
    const popup = await openPopup(scene);
    const { state } = await recordUntil(popup, (record) => record.state !== 'fetching');
    if (state === 'needsPerson')
      await pressSignIn(
        scene,
        popup,
        recordUntil(popup, ({ generation = 0 }) => generation > old),
      );
    const rolled = await wrongRows(scene, popup, ({ generation = 0 }) => generation > old);
    expect(rolled, 'after a crash').toEqual([]);
    await popup.close();
  }
  return { scene, kills };
}
