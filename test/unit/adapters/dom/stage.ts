import { createPageNotes } from '../../../../utils/adapters/dom/index.ts';
import type { Consequence } from '../../../../utils/model/findings.ts';
import type { Annotation, Placement, Scene } from '../../../../utils/model/notes.ts';

/** Time that moves when told to, for timers and the monotonic clock alike. */
export function createTime() {
  let now = 0;
  let jobs: { at: number; run: () => void }[] = [];
  return {
    monotonic: () => now,
    now: () => now,
    later: (run: () => void, ms: number) => {
      const job = { at: now + ms, run };
      jobs.push(job);
      return () => {
        jobs = jobs.filter((one) => one !== job);
      };
    },
    pass(ms: number) {
      const end = now + ms;
      for (;;) {
        const [next] = jobs.filter((job) => job.at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        jobs = jobs.filter((job) => job !== next);
        now = next.at;
        next.run();
      }
      now = end;
    },
    waiting: () => jobs.length,
  };
}

const SOURCE = { name: 'Zoom KB1', url: 'https://support.zoom.com/x', read: '2026-11-23' };

export function note(parts: Partial<Annotation> = {}): Annotation {
  return {
    key: 'probe@account',
    setting: 'two-way-sync',
    form: 'box',
    kind: 'advice',
    words: { title: { key: 'check_two_way_sync_title' }, why: { key: 'check_two_way_sync_why' } },
    sources: [SOURCE],
    folded: false,
    before: [],
    ...parts,
  };
}

export const locking: Consequence = {
  id: 'lock-probe',
  setting: 'third-party-integration',
  act: 'lock',
  levels: ['account'],
  kind: 'warn',
  words: {
    title: { key: 'consequence_lock_title' },
    why: { key: 'consequence_lock_why' },
    people: [
      { fate: 'none', who: { key: 'consequence_lock_none' }, what: { key: 'consequence_lock_none_what' } },
    ],
    peopleOpen: true,
  },
  dialogWhy: { key: 'consequence_lock_dialog' },
  sources: [SOURCE],
};

/** A page with two rows and a hand that draws on it; words are their keys. */
export function createStage() {
  document.body.innerHTML =
    '<main><div id="one"><button id="switch">x</button><button id="lock">lock</button></div>' +
    '<div id="two"><button id="after">y</button></div></main>';
  const end = new AbortController();
  const time = createTime();
  const hidden: string[] = [];
  const page = createPageNotes({
    document,
    say: ({ key, params }) => (typeof params?.['title'] === 'string' ? `${key}(${params['title']})` : key),
    locale: 'en',
    clock: time,
    later: time.later,
    onHide: (key) => hidden.push(key),
    signal: end.signal,
  });
  const row = (id: string) => document.getElementById(id) as HTMLElement;
  const scene = (settings: readonly Placement<Element>[], parts: Partial<Scene<Element>> = {}) =>
    page.show({ look: 'new', settings, dialog: null, ...parts });
  return {
    page,
    time,
    hidden,
    end,
    row,
    scene,
    notes: (...annotations: Annotation[]) =>
      scene(annotations.length > 0 ? [{ element: row('one'), notes: annotations }] : []),
    hosts: () => [...document.querySelectorAll<HTMLElement>('syncline-note')],
    names: () =>
      [...document.querySelectorAll<HTMLElement>('syncline-note')].map((one) => one.dataset['note']),
  };
}

/** What a host shows. */
export const inside = (host: Element | undefined, selector: string) =>
  host?.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;

/** Lets mutation observers hear what happened. */
export const heard = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
