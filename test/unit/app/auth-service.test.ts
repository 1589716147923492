import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY } from '../../../utils/core/clock.ts';
import {
  APPROVAL,
  CANCELLED,
  CONSENT,
  MAYA,
  OTTO,
  auth,
  build,
  fail,
  freshScene,
  scene,
} from './auth-scene.ts';
import { memoryFacts } from './memory-facts.ts';

beforeEach(freshScene);

describe('signing in', () => {
  it('asks for the name first, reads the person, and leaves the calendar to its own question', async () => {
    scene.refusal.calendar = CONSENT;
    expect(await build().service.signIn()).toEqual({ ok: true, username: MAYA.username });
    expect(scene.steps).toEqual([
      'window User.Read',
      'silent Calendars.ReadBasic',
      'log calendar/AADSTS65001',
    ]);
    expect(scene.facts.book()).toMatchObject({
      'microsoft/account': { value: { username: MAYA.username, tenantId: 'tid' }, source: 'microsoft-entra' },
      'microsoft/person': { value: { mail: MAYA.username }, goodFor: DAY, observedAt: scene.now },
      'microsoft/sessions': {
        value: {
          passwordChangedAt: Date.UTC(2026, 10, 21, 9),
          sessionsValidFrom: Date.UTC(2026, 1, 3, 8, 30),
        },
      },
    });
    expect(scene.facts.book()['microsoft/trouble']).toBeUndefined();
  });

  it('starts the calendar at once where an admin consented for everybody', async () => {
    await build().service.signIn();
    expect(scene.steps.at(-1)).toBe(`calendar.signedIn ${MAYA.username}`);
  });

  it('keeps a scene.refusal as trouble until a success', async () => {
    const { service } = build();
    scene.refusal.window = { code: 'AADSTS53003', who: 'blocked', raw: 'AADSTS53003' };
    expect(await service.signIn()).toEqual({ ok: false, error: scene.refusal.window });
    expect(scene.facts.book()).toEqual({
      'microsoft/trouble': {
        value: { error: scene.refusal.window, step: 'sign-in' },
        source: 'microsoft-entra',
        observedAt: scene.now,
        goodFor: 7 * DAY,
      },
    });
    scene.refusal = {};
    await service.signIn();
    expect(scene.facts.book()['microsoft/trouble']).toBeUndefined();
  });

  it('that was refused says nothing of another registration', async () => {
    const { service } = build();
    scene.refusal.window = { code: 'no-client-id', who: 'person' };
    await service.signIn();
    expect(scene.facts.book()['microsoft/trouble']).toBeDefined();
    await service.registrationChanged();
    expect(scene.facts.book()).toEqual({});
  });

  it('makes no trouble of a passing fault, nor hides one with it', async () => {
    const { service } = build();
    scene.refusal.window = APPROVAL;
    await service.signIn();
    const before = scene.facts.book();
    scene.refusal.window = { code: 'offline', who: 'wait' };
    expect(await service.signIn()).toMatchObject({ ok: false, error: { code: 'offline' } });
    expect(scene.facts.book()).toEqual(before);
  });

  it('makes no trouble of a closed window', async () => {
    scene.refusal.window = CANCELLED;
    expect(await build().service.signIn()).toEqual({ ok: false, error: CANCELLED });
    expect(scene.facts.book()).toEqual({});
  });

  it('is a success even when /me cannot be read, and says nothing of the dates', async () => {
    scene.me = () => {
      throw fail({ code: 'http-503', who: 'wait' });
    };
    expect(await build().service.signIn()).toMatchObject({ ok: true });
    expect(scene.facts.book()['microsoft/person']).toBeUndefined();
    expect(scene.facts.book()['microsoft/sessions']).toBeUndefined();
  });
});

describe('reading the calendar', () => {
  it('is granted in its own step and started', async () => {
    scene.refusal.calendar = CONSENT;
    const { service } = build();
    await service.signIn();
    scene.steps.length = 0;
    expect(await service.grantCalendar()).toEqual({ ok: true, username: MAYA.username });
    expect(scene.steps).toEqual(['window Calendars.ReadBasic', `calendar.signedIn ${MAYA.username}`]);
  });

  it('that needs an admin leaves the code, which a new sign-in does not take away', async () => {
    scene.refusal.calendar = CONSENT;
    const { service } = build();
    await service.signIn();
    scene.refusal.window = APPROVAL;
    expect(await service.grantCalendar()).toEqual({ ok: false, error: APPROVAL });
    expect(scene.facts.book()['microsoft/trouble']?.value).toEqual({ error: APPROVAL, step: 'calendar' });
    delete scene.refusal.window;
    await service.signIn();
    expect(scene.facts.book()['microsoft/trouble']?.value.step).toBe('calendar');
    delete scene.refusal.calendar;
    await service.signIn();
    expect(scene.facts.book()['microsoft/trouble']).toBeUndefined();
  });

  it('starts by itself at the next start of the browser once an admin has approved', async () => {
    scene.refusal = { calendar: CONSENT };
    const { service } = build();
    await service.signIn();
    scene.refusal.window = APPROVAL;
    await service.grantCalendar();
    scene.steps.length = 0;
    await service.settle();
    expect(scene.steps).toEqual(['silent Calendars.ReadBasic', 'log calendar/AADSTS65001']);
    expect(scene.facts.book()['microsoft/trouble']?.value.error).toEqual(APPROVAL);
    scene.refusal = {};
    await service.settle();
    expect(scene.steps.at(-1)).toBe(`calendar.signedIn ${MAYA.username}`);
    expect(scene.facts.book()['microsoft/trouble']).toBeUndefined();
    scene.steps.length = 0;
    await service.settle();
    expect(scene.steps).toEqual([]);
  });
});

describe('the audit’s own permissions', () => {
  const SCOPES = ['Application.Read.All', 'Policy.Read.All'];

  it('are asked for at a window, and the account is known afterwards', async () => {
    const { service } = build();
    expect(await service.grantAudit(SCOPES)).toEqual({ ok: true, username: MAYA.username });
    expect(scene.steps).toContain(`window ${SCOPES.join(' ')}`);
    expect(scene.facts.book()['microsoft/account']?.value.username).toBe(MAYA.username);
  });

  it('refused, they say nothing of the person’s own connection', async () => {
    scene.refusal.window = APPROVAL;
    expect(await build().service.grantAudit(SCOPES)).toEqual({ ok: false, error: APPROVAL });
    expect(scene.facts.book()['microsoft/trouble']).toBeUndefined();
  });

  it('go with the account: what Entra told is gone after a sign-out', async () => {
    const { service } = build();
    await service.grantAudit(SCOPES);
    await scene.facts.store.put('entra/choice', {
      value: { appIds: [] },
      source: 'microsoft-entra',
      observedAt: scene.now,
      goodFor: 1,
    });
    await service.signOut();
    expect(Object.keys(scene.facts.book()).filter((key) => key.startsWith('entra/'))).toEqual([]);
  });
});

describe('another account', () => {
  it('finds nothing of the one before', async () => {
    const { service } = build();
    await service.signIn();
    scene.chosen = OTTO;
    scene.refusal.calendar = CONSENT;
    scene.me = () => ({});
    scene.steps.length = 0;
    await service.signIn();
    expect(scene.steps.slice(0, 2)).toEqual(['window User.Read asking', 'calendar.signedOut']);
    expect(JSON.stringify(scene.facts.book())).not.toContain('maya');
    expect(scene.facts.book()['microsoft/account']?.value.username).toBe(OTTO.username);
  });
});

describe('whoever is asked to sign in again', () => {
  it('is not fobbed off with a token of the cache', async () => {
    const { service } = build();
    await service.signIn();
    scene.steps.length = 0;
    await service.signIn();
    expect(scene.steps[0]).toBe('window User.Read asking');
  });

  it('may choose another account, and keeps everything when the window is closed', async () => {
    const { service } = build();
    await service.signIn();
    const before = scene.facts.book();
    scene.steps.length = 0;
    scene.refusal.window = CANCELLED;
    expect(await service.chooseAccount()).toEqual({ ok: false, error: CANCELLED });
    expect(scene.steps).toEqual(['window User.Read choosing', 'log sign-in/sign-in-cancelled']);
    expect(scene.facts.book()).toEqual(before);
    scene.refusal = {};
    scene.chosen = OTTO;
    expect(await service.chooseAccount()).toEqual({ ok: true, username: OTTO.username });
    expect(scene.steps).toContain('calendar.signedOut');
  });
});

describe('signing out', () => {
  it('forgets the tokens first, then all that came from Microsoft, and keeps what the portal told', async () => {
    const seen = { value: {} as never, source: 'zoom-portal', observedAt: 1, goodFor: 1 } as const;
    scene.facts = memoryFacts({ 'portal/user': seen });
    const { service } = build();
    await service.signIn();
    scene.steps.length = 0;
    await service.signOut();
    expect(scene.steps).toEqual(['auth.signOut', 'calendar.signedOut']);
    expect(scene.facts.book()).toEqual({ 'portal/user': seen });
  });

  it('works while a window stands open, which then makes no trouble', async () => {
    const { service } = build();
    let close: (error: Error) => void = () => {};
    const token = vi.spyOn(auth, 'token').mockImplementationOnce(
      () =>
        new Promise((_resolve, reject) => {
          close = reject;
        }),
    );
    const signingIn = service.signIn();
    await vi.waitFor(() => expect(token).toHaveBeenCalled());
    await service.signOut();
    close(fail({ code: 'sign-in-needed', who: 'person' }));
    expect(await signingIn).toMatchObject({ ok: false });
    expect(scene.facts.book()).toEqual({});
  });

  it('that was cut short is ended at the next start', async () => {
    const { service } = build();
    await service.signIn();
    scene.account = null;
    await service.settle();
    expect(scene.facts.book()).toEqual({});
    scene.steps.length = 0;
    await service.settle();
    expect(scene.steps).toEqual([]);
  });
});
