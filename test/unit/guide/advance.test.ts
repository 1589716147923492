import { describe, expect, it } from 'vitest';
import { advance, begin, guideView, resultOf } from '../../../utils/guide/index.ts';
import {
  GUIDE_STEPS,
  type GuideKind,
  type GuideLook,
  type GuideRun,
  type GuideStep,
  toGuideRun,
} from '../../../utils/model/guide.ts';

const AT = 1_790_000_000_000;
const profile = (status: string, dialog: GuideLook['dialog'] = null): GuideLook => ({
  page: 'profile',
  recognition: 'recognised',
  settings: { 'profile-connection': { status } },
  dialog,
});
const account = (settings: GuideLook['settings']): GuideLook => ({
  page: 'account-settings',
  recognition: 'recognised',
  settings,
  dialog: null,
});
const looks = (kind: GuideKind, ...given: readonly GuideLook[]): GuideRun =>
  given.reduce((run, look, at) => advance(run, { type: 'look', look, at: AT + at }), begin(kind, AT));
const ticked = (run: GuideRun) => GUIDE_STEPS[run.kind].filter((id: GuideStep) => run.steps[id]);

describe('the steps', () => {
  it('are twelve at most, and each once', () => {
    for (const steps of Object.values(GUIDE_STEPS)) {
      expect(steps.length).toBeLessThanOrEqual(12);
      expect(new Set(steps).size).toBe(steps.length);
    }
  });
});

describe('the test', () => {
  it('ticks what each look proves and no more', () => {
    expect(ticked(looks('test', profile('not-connected')))).toEqual(['profile']);
    expect(ticked(looks('test', profile('not-connected', 'choose')))).toEqual(['profile', 'configure']);
    expect(ticked(looks('test', profile('not-connected', 'permissions')))).toEqual([
      'profile',
      'configure',
      'choose',
    ]);
  });

  it('passes when the profile it saw unconnected is connected, whatever was missed on the way', () => {
    const run = looks('test', profile('not-connected'), profile('connected'));
    expect(run).toMatchObject({ verdict: 'passed', endedAt: AT + 1 });
    expect(run.steps.microsoft).toEqual({ at: AT + 1, by: 'follows' });
    expect(run.steps.connected).toEqual({ at: AT + 1, by: 'seen' });
    expect(resultOf(run)).toEqual({ startedAt: AT, endedAt: AT + 1, verdict: 'passed', done: 6, total: 6 });
  });

  it('proves nothing by a connection that was there before', () => {
    const before = looks('test', profile('connected'));
    expect(ticked(before)).toEqual(['profile']);
    const confirmed = advance(before, { type: 'confirm', step: 'microsoft', at: AT + 5 });
    const after = advance(confirmed, { type: 'look', look: profile('connected'), at: AT + 6 });
    expect(after.verdict).toBe('passed');
  });

  it('passes neither on a broken connection nor on one that could not be read', () => {
    for (const status of ['needs-attention', 'unknown']) {
      const run = looks('test', profile('not-connected'), profile(status));
      expect(run.verdict, status).toBeUndefined();
    }
  });

  it('sees nothing on a page it does not know, and on others', () => {
    const run = begin('test', AT);
    for (const look of [
      { ...profile('connected'), recognition: 'unrecognised' as const },
      { ...profile('connected'), recognition: 'loading' as const },
      account({ 'third-party-integration': 'on' }),
    ])
      expect(advance(run, { type: 'look', look, at: AT })).toBe(run);
  });
});

describe('the set-up', () => {
  const done = {
    'third-party-integration': 'on',
    'default-service': 'office365',
    'authorize-with': 'graph',
    'setup-method': 'oauth',
  };

  it('ticks all that the account page shows, and leaves the consent to the person', () => {
    const run = looks('setup', account(done));
    expect(ticked(run)).toEqual(GUIDE_STEPS.setup.slice(1));
    expect(advance(run, { type: 'confirm', step: 'consent', at: AT + 9 })).toMatchObject({
      verdict: 'passed',
      endedAt: AT + 9,
    });
  });

  it('has its first step done where the audit of Entra saw both sides match', () => {
    const run = begin('setup', AT, AT - 60_000);
    expect(run.steps).toEqual({ consent: { at: AT - 60_000, by: 'entra' } });
    expect(toGuideRun(run)).toEqual(run);
    expect(advance(run, { type: 'look', look: account(done), at: AT }).verdict).toBe('passed');
    expect(begin('test', AT, AT).steps).toEqual({});
  });

  it('takes a tick back when the page no longer shows it, and keeps it when the page says nothing', () => {
    const off = looks('setup', account(done), account({ ...done, 'third-party-integration': 'off' }));
    expect(off.steps.toggle).toBeUndefined();
    const ews = looks('setup', account(done), account({ ...done, 'authorize-with': 'ews' }));
    expect(ews.steps.service).toBeUndefined();
    const { 'authorize-with': _gone, ...silent } = done;
    expect(looks('setup', account(done), account(silent)).steps.service).toBeDefined();
    expect(
      looks('setup', account(done), account({ ...done, 'default-service': 'unknown' })).steps.service,
    ).toBeDefined();
  });

  it('takes back what a person confirmed where the page shows otherwise, and keeps it where it says nothing', () => {
    const said = advance(begin('setup', AT), { type: 'confirm', step: 'service', at: AT });
    const look = account({ 'third-party-integration': 'on', 'default-service': 'office365' });
    const silent = advance(said, { type: 'look', look, at: AT + 1 });
    expect(silent.steps.service).toEqual({ at: AT, by: 'you' });
    const google = account({ ...look.settings, 'default-service': 'google' });
    expect(advance(silent, { type: 'look', look: google, at: AT + 2 }).steps.service).toBeUndefined();
  });

  it('does not pass on a word that the page contradicts', () => {
    const wrong = account({ ...done, 'default-service': 'google', 'authorize-with': 'ews' });
    const consented = advance(looks('setup', wrong), { type: 'confirm', step: 'consent', at: AT + 1 });
    expect(ticked(consented)).toEqual(GUIDE_STEPS.setup.filter((id) => id !== 'service'));
    expect(advance(consented, { type: 'confirm', step: 'service', at: AT + 2, look: wrong })).toBe(consented);
    const { 'authorize-with': _api, 'default-service': _service, ...silent } = done;
    const run = advance(consented, { type: 'confirm', step: 'service', at: AT + 2, look: account(silent) });
    expect(run).toMatchObject({ verdict: 'passed', steps: { service: { at: AT + 2, by: 'you' } } });
  });
});

describe('what the person does', () => {
  it('confirms only what the page cannot prove', () => {
    const run = begin('test', AT);
    expect(advance(run, { type: 'confirm', step: 'connected', at: AT })).toBe(run);
    expect(advance(run, { type: 'confirm', step: 'permissions', at: AT }).steps.permissions?.by).toBe('you');
  });

  it('folds and unfolds, also after the end', () => {
    const ended = advance(begin('test', AT), { type: 'end', at: AT + 60_000 });
    const folded = advance(ended, { type: 'fold', folded: true });
    expect(guideView(folded).folded).toBe(true);
    expect(advance(folded, { type: 'fold', folded: false })).toEqual(ended);
    expect(advance(ended, { type: 'fold', folded: false })).toBe(ended);
  });

  it('ends it with how far it came and the time it took; nothing ticks any more', () => {
    const run = advance(looks('test', profile('not-connected')), { type: 'end', at: AT + 300_000 });
    expect(guideView(run).verdict).toEqual({
      passed: false,
      title: { key: 'guide_stopped' },
      text: {
        key: 'guide_stopped_text',
        params: { done: 1, total: 6, time: { key: 'guide_minutes', params: { count: 5 } } },
      },
    });
    expect(advance(run, { type: 'look', look: profile('connected'), at: AT })).toBe(run);
    expect(guideView(run).steps.some(({ state }) => state === 'now')).toBe(false);
  });

  it('says so when the one who tested may be an admin', () => {
    const passed = looks('test', profile('not-connected'), profile('connected'));
    expect(guideView(passed).verdict?.text.key).toBe('guide_test_passed_maybe_admin');
    const before = advance(looks('test', profile('not-connected')), { type: 'non-admin' });
    const after = advance(before, { type: 'look', look: profile('connected'), at: AT + 1 });
    expect(guideView(after).verdict?.text.key).toBe('guide_test_passed_text');
    expect(guideView(before).ask).toBeNull();
  });
});

describe('a run that comes in a message', () => {
  const run = looks('test', profile('not-connected', 'choose'));

  it('is read as it was sent', () => {
    const ended = advance({ ...run, folded: true, nonAdmin: true }, { type: 'end', at: AT + 1 });
    const passed = looks('test', profile('not-connected'), profile('connected'));
    for (const one of [run, ended, passed]) expect(toGuideRun(JSON.parse(JSON.stringify(one)))).toEqual(one);
  });

  it.each([
    ['no object', 'x'],
    ['no kind', { ...run, kind: 'tour' }],
    ['no start', { ...run, startedAt: 'now' }],
    ['a step of the other guide', { ...run, steps: { consent: { at: AT, by: 'you' } } }],
    ['a step without a time', { ...run, steps: { profile: { by: 'seen' } } }],
    ['a proof nobody knows', { ...run, steps: { profile: { at: AT, by: 'hearsay' } } }],
    ['an end without a verdict', { ...run, endedAt: AT }],
    ['passed without a step', { ...run, steps: {}, endedAt: AT, verdict: 'passed' }],
    ['passed with steps undone', { ...run, endedAt: AT, verdict: 'passed' }],
  ])('is refused with %s', (_what, given) => {
    expect(toGuideRun(given)).toBeNull();
  });

  it('loses what does not belong to it', () => {
    expect(toGuideRun({ ...run, more: 'x', folded: 'yes' })).toEqual(run);
  });
});
