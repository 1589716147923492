import type { PortalObservation } from '../model/messages.ts';
import type { PageExtras } from '../model/page-hook.ts';
import type { Send } from '../model/ports.ts';
import type { PortalSnapshot } from '../model/settings.ts';

export type Later = (run: () => void, ms: number) => () => void;

/** A page being drawn changes many times; only what stays is told, ms. */
const SETTLE = 500;
/** A page is called unrecognised, and what was taught missing, only when it has had time to show itself, ms. */
const PATIENCE = 5_000;

/** What a look told, without elements, and of the address its scope alone; null where there is nothing to tell. */
export type Observe = (snapshot: PortalSnapshot, scope?: string) => PortalObservation | null;

/** What was seen on a page of settings. */
export function settingsSeen(snapshot: PortalSnapshot, scope?: string): PortalObservation | null {
  const { page, recognition, recognised, expected, zoomEmail, misfits } = snapshot;
  if (page === null || recognition === 'loading' || recognition === 'signed-out') return null;
  // Another tab of a page we know: nothing of ours belongs there, so nothing was seen to be missing.
  if (expected === 0 && snapshot.settings.length === 0) return null;
  return {
    page,
    ...(scope === undefined ? {} : { scope }),
    recognition,
    recognised,
    expected,
    settings: snapshot.settings.map(({ id, value, lock }) => ({ id, value, lock })),
    ...(zoomEmail === undefined ? {} : { zoomEmail }),
    ...(misfits ? { dropped: misfits } : {}),
  };
}

/** Tells the worker what was seen, when it changed and has settled. */
export function createReport(send: Send, later: Later, observe: Observe) {
  let told = '';
  let pending = '';
  /** The page alone, nothing seen on it: what a person does travels on this. */
  let bare: PortalObservation | null = null;
  /** What waits to settle. */
  let waiting: PortalObservation | null = null;
  let cancel = () => {};

  const deliver = (seen: PortalObservation) =>
    send('portal/observed', seen).then(
      () => true,
      // Not told: the next look tries again.
      () => {
        told = '';
        pending = '';
        return false;
      },
    );

  const tellWaiting = () => {
    cancel();
    if (waiting) {
      told = JSON.stringify(waiting);
      void deliver(waiting);
    }
    waiting = null;
  };
  /** The page goes: what was recognised on it is told at once, half a look is not. */
  const leave = () => {
    if (waiting) {
      // What is missing may only have been late.
      const { dropped: _late, ...seen } = waiting;
      waiting = seen;
    }
    if (waiting?.recognition === 'recognised') tellWaiting();
  };

  return {
    seen(snapshot: PortalSnapshot, scope?: string): void {
      const observation = observe(snapshot, scope);
      const { page } = snapshot;
      if (page !== null) bare = { page, recognition: 'loading', recognised: 0, expected: 0, settings: [] };
      const text = observation ? JSON.stringify(observation) : '';
      if (text === pending) return;
      if (waiting && (waiting.page !== observation?.page || waiting.scope !== observation.scope)) leave();
      pending = text;
      cancel();
      waiting = null;
      if (!observation) return;
      if (text === told) return;
      waiting = observation;
      const isWhole = observation.recognition === 'recognised' && !observation.dropped;
      cancel = later(tellWaiting, isWhole ? SETTLE : PATIENCE);
    },
    leave,
    /**
     * What a person did: told at once, and never with an observation. The last one may be old by now, of another page, or
     * not have settled; told again it would pass for a new look.
     */
    tell: (extras: PageExtras): Promise<boolean> =>
      bare ? deliver({ ...bare, ...extras }) : Promise.resolve(false),
    stop: () => cancel(),
  };
}
