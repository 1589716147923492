import { judgeNotes, type NotesInput } from '../../../utils/checks/index.ts';
import { observationOf } from '../../../utils/app/guidance-seen.ts';
import { createGuidanceSession, type OpenDialog } from '../../../utils/app/guidance-session.ts';
import type { GuidanceContext, GuidanceRequest, PortalObservation } from '../../../utils/model/messages.ts';
import type { Annotation, Scene } from '../../../utils/model/notes.ts';
import { scopeOf } from '../../../utils/model/portal-hosts.ts';
import type { PageRules } from '../../../utils/model/policy.ts';
import type { Send } from '../../../utils/model/ports.ts';
import type { DetectedSetting, PortalSnapshot } from '../../../utils/model/settings.ts';
import { createTime } from '../adapters/dom/stage.ts';

interface Ask {
  readonly question: GuidanceRequest;
  readonly resolve: (context: GuidanceContext) => void;
  readonly reject: (error: Error) => void;
}
/** What the worker knows beside the question. */
export type Known = Partial<Pick<NotesInput, 'facts' | 'hidden' | 'rules'>> & Pick<GuidanceContext, 'rules'>;

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
  const asks: Ask[] = [];
  let answered = 0;
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
      return new Promise((resolve, reject) => asks.push({ question: request, resolve, reject }));
    observed.push(request);
    return world.refuse ? Promise.reject(new Error('gone')) : Promise.resolve(undefined);
  }) as Send;
  const session = createGuidanceSession<string>({
    read: (given) => {
      rules.push(given);
      return world.page;
    },
    observe: observationOf,
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
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const contextOf = (question: GuidanceRequest, { facts = {}, hidden = [], rules = {} }: Known = {}) => ({
    ...judgeNotes({ ...question, facts, hidden, rules, now: time.now() }),
    rules,
  });
  /** Answers what was asked and all that is asked because of it, as the worker would. */
  const answer = async (known: Known = {}) => {
    for (await settle(); answered < asks.length; await settle()) {
      const { question, resolve } = asks[answered] as Ask;
      answered += 1;
      resolve(contextOf(question, known));
    }
  };
  return {
    time,
    end,
    world,
    session,
    scenes,
    announced,
    observed,
    rules,
    asks,
    see,
    at,
    last,
    keys,
    answer,
    contextOf,
  };
}
