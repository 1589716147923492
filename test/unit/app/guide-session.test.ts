import { describe, expect, it } from 'vitest';
import { createGuideSession, type GuideActs } from '../../../utils/app/guide-session.ts';
import { begin } from '../../../utils/guide/index.ts';
import type { GuideNames, GuideView } from '../../../utils/model/guide.ts';
import type { PageExtras } from '../../../utils/model/page-hook.ts';
import type { PortalSnapshot } from '../../../utils/model/settings.ts';
import type { Message } from '../../../utils/model/words.ts';
import { setting } from './guidance-stage.ts';

const AT = 1_790_000_000_000;

function stage() {
  const left = new AbortController();
  const told: PageExtras[] = [];
  const views: GuideView[] = [];
  const said: Message[] = [];
  const panels = { open: 0, focused: 0 };
  const world = {
    dialog: null as 'choose' | 'permissions' | null,
    names: {} as GuideNames,
    acts: null as GuideActs | null,
    listener: null as ((seen: PortalSnapshot<string>) => void) | null,
    page: {
      page: 'profile',
      recognition: 'recognised',
      recognised: 1,
      expected: 1,
      look: 'new',
      settings: [setting('profile-connection', { status: 'not-connected' })],
    } as PortalSnapshot<string>,
  };
  const guide = createGuideSession<string>({
    hook: {
      signal: left.signal,
      snapshot: () => world.page,
      subscribe(listener, until) {
        world.listener = listener;
        until.addEventListener('abort', () => (world.listener = null));
      },
      tell: (extras) => Promise.resolve(told.push(extras) > 0),
    },
    dialog: () => world.dialog,
    names: () => world.names,
    panel: (acts) => {
      world.acts = acts;
      panels.open += 1;
      return {
        show: (view) => views.push(view),
        announce: (message) => said.push(message),
        focus: () => void (panels.focused += 1),
        clear: () => void (panels.open -= 1),
      };
    },
    clock: { now: () => AT },
  });
  return { guide, told, views, said, panels, world, left, look: () => world.listener?.(world.page) };
}

describe('a guide on a page', () => {
  it('starts when asked, ticks at once what the page shows, and tells the worker', () => {
    const { guide, told, views, panels } = stage();
    expect(panels.open).toBe(0);
    guide.order({ start: 'test' });
    expect(panels).toEqual({ open: 1, focused: 1 });
    expect(views.at(-1)?.done).toBe(1);
    expect(told.at(-1)?.guide?.steps.profile).toEqual({ at: AT, by: 'seen' });
  });

  it('says each tick once, and the verdict last', () => {
    const { guide, said, world, look } = stage();
    guide.order({ start: 'test' });
    world.dialog = 'choose';
    look();
    look();
    world.dialog = null;
    world.page = { ...world.page, settings: [setting('profile-connection', { status: 'connected' })] };
    look();
    expect(said).toEqual([
      { key: 'guide_said_step', params: { step: 1, total: 6 } },
      { key: 'guide_said_step', params: { step: 2, total: 6 } },
      { key: 'guide_test_passed' },
    ]);
  });

  it('takes a word for a step together with what the page shows, and does not end on one it contradicts', () => {
    const { guide, world, views } = stage();
    const account = (service: string): PortalSnapshot<string> => ({
      ...world.page,
      page: 'account-settings',
      settings: [
        setting('third-party-integration', 'on'),
        setting('default-service', service),
        setting('setup-method', 'oauth'),
      ],
    });
    world.page = account('google');
    guide.order({ start: 'setup', consentAt: AT });
    world.acts?.confirm('service');
    expect(views.at(-1)).toMatchObject({ done: 7, verdict: null });
    world.page = account('office365');
    world.acts?.confirm('service');
    expect(views.at(-1)).toMatchObject({ done: 8, verdict: { passed: true } });
  });

  it('answers a word that the page contradicts: what it shows, once more at each press, until it shows otherwise', () => {
    const { guide, world, views, said, look } = stage();
    const account = (service: string): PortalSnapshot<string> => ({
      ...world.page,
      page: 'account-settings',
      settings: [setting('third-party-integration', 'on'), setting('default-service', service)],
    });
    world.page = account('google');
    guide.order({ start: 'setup', consentAt: AT });
    expect(views.at(-1)?.steps.some(({ against }) => against)).toBe(false);
    const shows = (key: string) => ({
      key: 'guide_shows_value',
      params: { value: { key }, wanted: { key: 'value_office' } },
    });
    said.length = 0;
    world.acts?.confirm('service');
    world.acts?.confirm('service');
    expect(said).toEqual([shows('value_google'), shows('value_google')]);
    expect(views.at(-1)?.steps.find(({ against }) => against)).toMatchObject({
      id: 'service',
      state: 'now',
      confirm: true,
      detail: shows('value_google'),
    });
    const drawn = views.length;
    look();
    expect([said.length, views.length]).toEqual([2, drawn]);
    world.page = account('exchange');
    look();
    expect(said.at(-1)).toEqual(shows('value_exchange'));
    world.page = account('office365');
    look();
    expect(views.at(-1)?.steps.some(({ against }) => against)).toBe(false);
    world.acts?.confirm('service');
    expect(said.at(-1)).toEqual({ key: 'guide_said_step', params: { step: 7, total: 8 } });
  });

  it('says what the page shows when a tick is taken back', () => {
    const { guide, world, said, look } = stage();
    const account = (value: string): PortalSnapshot<string> => ({
      ...world.page,
      page: 'account-settings',
      settings: [setting('third-party-integration', value)],
    });
    world.page = account('on');
    guide.order({ start: 'setup' });
    world.page = account('off');
    look();
    expect(said.at(-1)?.key).toBe('guide_shows_off');
    world.acts?.fold(true);
    expect(said.filter(({ key }) => key === 'guide_shows_off')).toHaveLength(1);
  });

  it('calls things as the page does, and still does where the page shows them no more', () => {
    const { guide, world, views, look } = stage();
    world.names = { connect: 'Connect to Calendar and Contact Service' };
    guide.order({ start: 'test' });
    const title = () => views.at(-1)?.steps[1]?.title.params;
    expect(title()).toEqual({ connect: 'Connect to Calendar and Contact Service' });
    world.names = {};
    world.dialog = 'choose';
    look();
    expect(title()).toEqual({ connect: 'Connect to Calendar and Contact Service' });
  });

  it('goes on without taking the keyboard, and only where none is open', () => {
    const { guide, panels, views } = stage();
    const run = begin('test', AT - 5);
    guide.order({ resume: { ...run, folded: true } });
    expect(panels).toEqual({ open: 1, focused: 0 });
    expect(views.at(-1)?.folded).toBe(true);
    guide.order({ resume: begin('setup', AT) });
    expect(views.at(-1)?.title.key).toBe('guide_test_title');
  });

  it('is unfolded, not begun anew, when asked for again; the other guide takes its place', () => {
    const { guide, panels, views, world, told } = stage();
    guide.order({ start: 'test' });
    world.acts?.fold(true);
    guide.order({ start: 'test' });
    expect([views.at(-1)?.folded, views.at(-1)?.done, panels.open]).toEqual([false, 1, 1]);
    guide.order({ start: 'setup' });
    expect(panels.open).toBe(1);
    expect(told.at(-1)?.guide?.kind).toBe('setup');
  });

  it('takes no order that is none', () => {
    const { guide, panels } = stage();
    for (const order of [{}, { start: 'tour' }, { resume: { kind: 'test' } }]) guide.order(order);
    expect(panels.open).toBe(0);
  });

  it('closes with the page, and listens no more', () => {
    const { guide, panels, world, left } = stage();
    guide.order({ start: 'test' });
    left.abort();
    expect(panels.open).toBe(0);
    expect(world.listener).toBeNull();
  });
});
