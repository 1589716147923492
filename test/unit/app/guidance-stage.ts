import { createGuidanceSession, type OpenDialog } from '../../../utils/app/guidance-session.ts';
import type { GuidanceContext, PortalObservation } from '../../../utils/model/messages.ts';
import type { Annotation, Scene } from '../../../utils/model/notes.ts';
import { scopeOf } from '../../../utils/model/portal-hosts.ts';
import type { PageRules } from '../../../utils/model/policy.ts';
import type { Send } from '../../../utils/model/ports.ts';
import type { DetectedSetting, PortalSnapshot } from '../../../utils/model/settings.ts';
import { createTime } from '../adapters/dom/stage.ts';

type Ask = { resolve: (context: GuidanceContext) => void; reject: (error: Error) => void };

/** A setting as the reader of the page gives it; its nodes are strings. */
export function setting(id: string, value: unknown, lock = 'unlocked') {
  return {
    id,
    value,
    lock,
    how: 'label',
    element: `row ${id}`,
    control: `control ${id}`,
    lockControl: `lock ${id}`,
  } as DetectedSetting<string>;
}

/** A session on a page made of data. */
export function createStage() {
  const time = createTime();
  const end = new AbortController();
  const scenes: Scene<string>[] = [];
  const announced: Annotation[] = [];
  const observed: PortalObservation[] = [];
  const rules: PageRules[] = [];
  const asks: (Ask & { page: string })[] = [];
  const world = {
    page: {
      page: 'account-settings',
      recognition: 'recognised',
      recognised: 1,
      expected: 1,
      look: 'old',
      settings: [setting('authorize-with', 'ews')],
    } as PortalSnapshot<string>,
    dialog: null as OpenDialog<string> | null,
    refuse: false,
    address: undefined as string | undefined,
  };
  const send = ((name: string, request: never) => {
    if (name === 'guidance/context')
      return new Promise((resolve, reject) =>
        asks.push({ resolve, reject, page: (request as { page: string }).page }),
      );
    observed.push(request);
    return world.refuse ? Promise.reject(new Error('gone')) : Promise.resolve(undefined);
  }) as Send;
  const session = createGuidanceSession<string>({
    read: (given) => {
      rules.push(given);
      return world.page;
    },
    scope: () => (world.address === undefined ? undefined : scopeOf(world.address)),
    readDialog: () => world.dialog,
    notes: { show: (scene) => scenes.push(scene), announce: (note) => announced.push(note) },
    send,
    clock: time,
    later: time.later,
    signal: end.signal,
  });
  const see = (...settings: DetectedSetting<string>[]) => {
    world.page = { ...world.page, settings };
    session.scan();
  };
  const at = (address: string) => {
    world.address = address;
  };
  const last = () => scenes.at(-1);
  const keys = () => last()?.settings.flatMap(({ notes }) => notes.map(({ key }) => key)) ?? [];
  const answer = async (context: Partial<GuidanceContext> = {}) => {
    asks.at(-1)?.resolve({ facts: {}, hidden: [], ...context });
    await Promise.resolve();
    await Promise.resolve();
  };
  return { time, end, world, session, scenes, announced, observed, rules, asks, see, at, last, keys, answer };
}
