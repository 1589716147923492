import { beforeEach, describe, expect, it, vi } from 'vitest';
import { alarms } from '../../../../utils/adapters/browser/alarms.ts';
import { badge } from '../../../../utils/adapters/browser/badge.ts';
import { announceChange, onChange } from '../../../../utils/adapters/browser/changes.ts';
import { config, connectionWithin } from '../../../../utils/adapters/browser/config.ts';
import { policyWithin } from '../../../../utils/adapters/browser/policy-within.ts';
import { erase } from '../../../../utils/adapters/browser/erase.ts';
import { createBrowserSay } from '../../../../utils/adapters/browser/i18n.ts';
import { localValue } from '../../../../utils/adapters/browser/local-value.ts';
import { logLines, writeLog } from '../../../../utils/adapters/browser/log.ts';
import { preferences } from '../../../../utils/adapters/browser/preferences.ts';
import { fakeBrowser, resetFakeBrowser } from './fake-browser.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser }));

const ORG = 'aaaaaaaa-1111-2222-3333-444444444444';
const OWN = 'bbbbbbbb-1111-2222-3333-444444444444';
const { local, managed } = fakeBrowser.storage;

beforeEach(resetFakeBrowser);

describe('values of storage.local', () => {
  it('are one question when asked for in one turn, and a new one in the next', async () => {
    await local.set({ one: 1, two: { deep: 2 } });
    const asked = vi.spyOn(local, 'get');
    expect(await Promise.all(['one', 'two', 'one', 'three'].map(localValue))).toEqual([
      1,
      { deep: 2 },
      1,
      undefined,
    ]);
    expect(asked.mock.calls).toEqual([[['one', 'two', 'three']]]);
    await local.set({ one: 'news' });
    expect(await localValue('one')).toBe('news');
  });

  it('all tell of a refusal, and the next question is asked anew', async () => {
    const refused = new Error('the disk is gone');
    vi.spyOn(local, 'get').mockRejectedValueOnce(refused);
    const both = await Promise.allSettled([localValue('one'), localValue('two')]);
    expect(both).toEqual([1, 2].map(() => ({ status: 'rejected', reason: refused })));
    expect(await localValue('one')).toBeUndefined();
  });
});

describe('the registration to use', () => {
  it('is nobody’s at first', async () => {
    expect(await config.connection()).toEqual({
      clientId: null,
      tenant: 'organizations',
      cloud: 'global',
      source: { clientId: 'default', tenant: 'default', cloud: 'default' },
    });
  });

  it('comes from the policy before the options, each value by itself', async () => {
    await config.saveConnection({ clientId: OWN, tenant: 'own.example' });
    expect(await config.connection()).toMatchObject({
      clientId: OWN,
      tenant: 'own.example',
      source: { clientId: 'options', tenant: 'options' },
    });
    await managed.set({ clientId: ORG.toUpperCase() });
    expect(await config.connection()).toMatchObject({
      clientId: ORG,
      tenant: 'own.example',
      source: { clientId: 'policy', tenant: 'options' },
    });
  });

  it('passes over a policy with a typing error', async () => {
    await config.saveConnection({ clientId: OWN, tenant: 'organizations' });
    await managed.set({ clientId: 'not-a-guid', tenant: 'two words' });
    expect(await config.connection()).toMatchObject({ clientId: OWN, source: { clientId: 'options' } });
  });

  it('tells no policy from one that cannot be read', async () => {
    const get = vi.spyOn(managed, 'get');
    get.mockRejectedValueOnce(new Error('Managed storage manifest not found'));
    expect(await config.connection()).toMatchObject({ clientId: null });
    get.mockRejectedValueOnce(new Error('disk on fire'));
    await expect(config.connection()).rejects.toMatchObject({ info: { code: 'policy-unreadable' } });
  });

  it('lets a page draw what is set here, and say so, where the policy cannot be read', async () => {
    await config.saveConnection({ clientId: OWN, tenant: 'organizations' });
    vi.spyOn(managed, 'get').mockRejectedValueOnce(new Error('disk on fire'));
    expect(await connectionWithin(1_000)).toMatchObject({ clientId: OWN, policyUnread: true });
    vi.spyOn(managed, 'get').mockRejectedValueOnce(new Error('disk on fire'));
    expect(await policyWithin(1_000)).toBeNull();
  });

  it('tells of changes that concern it and of no others', async () => {
    const listener = vi.fn();
    config.onChanged(listener);
    await local.set({ preferences: {} });
    await fakeBrowser.storage.session.set({ connection: {} });
    expect(listener).not.toHaveBeenCalled();
    await local.set({ connection: {} });
    await managed.set({ tenant: 'x.example' });
    expect(listener).toHaveBeenCalledTimes(2);
  });
});

describe('alarms', () => {
  it('are created when missing or different, and left alone otherwise', async () => {
    await alarms.ensure('sync', { everyMinutes: 15 });
    await alarms.ensure('sync', { everyMinutes: 15 });
    expect(fakeBrowser.alarms.created).toBe(1);
    await alarms.ensure('sync', { everyMinutes: 30 });
    expect(fakeBrowser.alarms.created).toBe(2);
    await alarms.ensure('wait', { at: 5_000_000 });
    await alarms.ensure('wait', { at: 5_000_400 });
    expect(fakeBrowser.alarms.created).toBe(3);
    await alarms.ensure('wait', { at: 9_000_000 });
    expect(fakeBrowser.alarms.all.get('wait')?.scheduledTime).toBe(9_000_000);
    await alarms.clear('wait');
    expect(fakeBrowser.alarms.all.has('wait')).toBe(false);
  });
});

describe('the badge', () => {
  it('shows a sign and a colour, and takes both away', async () => {
    await badge.show('broken', 'Syncline: disconnected');
    expect(fakeBrowser.action.badge).toMatchObject({ text: '×', title: 'Syncline: disconnected' });
    const red = fakeBrowser.action.badge['background'];
    await badge.show('needs-you', 'Syncline: sign in');
    expect(fakeBrowser.action.badge['text']).toBe('!');
    expect(fakeBrowser.action.badge['background']).not.toBe(red);
    await badge.show('stale', 'x');
    expect(fakeBrowser.action.badge['text']).toBe('?');
    await badge.show('none', 'Syncline');
    expect(fakeBrowser.action.badge).toMatchObject({ text: '', title: 'Syncline' });
  });
});

describe('hidden notes', () => {
  it('are kept once each until all are shown again', async () => {
    await preferences.hideNotes(['a@user', 'b@user']);
    await preferences.hideNotes(['a@user']);
    expect(await preferences.hiddenNotes()).toEqual(['a@user', 'b@user']);
    await preferences.showAllNotes();
    expect(await preferences.hiddenNotes()).toEqual([]);
  });

  it('never fill the store', async () => {
    await preferences.hideNotes(Array.from({ length: 900 }, (_, at) => `n${at}@user`));
    const kept = await preferences.hiddenNotes();
    expect(kept.length).toBe(500);
    expect(kept.at(-1)).toBe('n899@user');
  });
});

describe('rule books', () => {
  it('are none until somebody chooses, and outlive the hidden notes', async () => {
    expect(await preferences.baselines()).toEqual([]);
    await preferences.hideNotes(['a@user']);
    await preferences.chooseBaselines(['cis-zoom']);
    await preferences.showAllNotes();
    expect(await preferences.baselines()).toEqual(['cis-zoom']);
    await preferences.chooseBaselines(['cis-zoom', 'zoom-field-guide']);
    expect(await preferences.baselines()).toEqual(['zoom-field-guide', 'cis-zoom']);
    await preferences.wipe();
    expect(await preferences.baselines()).toEqual([]);
  });

  it('of a record kept before there were any are none, and its hidden notes stay', async () => {
    await fakeBrowser.storage.local.set({ preferences: { version: 1, hiddenNotes: ['a@user'] } });
    expect(await preferences.baselines()).toEqual([]);
    await preferences.chooseBaselines(['zoom-field-guide']);
    expect(await preferences.hiddenNotes()).toEqual(['a@user']);
  });
});

describe('the log', () => {
  it('keeps the last 32 lines in their order, and codes alone', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, at) => writeLog('sync/offline', at)));
    await writeLog('maya@alderfinch.example could not');
    const lines = await logLines();
    expect(lines).toHaveLength(32);
    expect(lines[0]).toMatchObject({ code: 'sync/offline', count: 9 });
    expect(lines.at(-1)).toMatchObject({ code: 'not-a-code' });
    expect(JSON.stringify(lines)).not.toContain('alderfinch');
  });

  it('goes on after a line that could not be written', async () => {
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValueOnce(new Error('quota'));
    await writeLog('lost');
    await writeLog('kept');
    expect((await logLines()).map((line) => line.code)).toEqual(['kept']);
  });
});

describe('erasing', () => {
  it('leaves nothing in storage and no alarm', async () => {
    await preferences.hideNotes(['a@user']);
    await writeLog('x');
    await alarms.ensure('sync', { everyMinutes: 15 });
    await erase.everything();
    expect([local.data.size, fakeBrowser.storage.session.data.size, fakeBrowser.alarms.all.size]).toEqual([
      0, 0, 0,
    ]);
  });
});

describe('changes', () => {
  it('reach listeners until they stop', async () => {
    const heard = vi.fn();
    const stop = onChange(heard);
    announceChange();
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
    stop();
    const second = vi.fn();
    const stopSecond = onChange(second);
    announceChange();
    await vi.waitFor(() => expect(second).toHaveBeenCalledTimes(1));
    expect(heard).toHaveBeenCalledTimes(1);
    stopSecond();
  });
});

describe('words', () => {
  it('come from the browser’s catalogue, plurals by its language', () => {
    const { catalogue } = fakeBrowser.i18n;
    catalogue.set('app_locale', 'fr');
    catalogue.set('age_days_one', 'il y a {count} jour');
    catalogue.set('age_days_other', 'il y a {count} jours');
    const say = createBrowserSay();
    expect(say({ key: 'age_days', params: { count: 0 } })).toBe('il y a 0 jour');
    expect(say({ key: 'age_days', params: { count: 4 } })).toBe('il y a 4 jours');
    expect(say({ key: 'age_now' })).toBe('age_now');
    catalogue.clear();
  });
});
