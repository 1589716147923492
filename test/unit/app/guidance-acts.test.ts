import { beforeEach, describe, expect, it } from 'vitest';
import type { OpenDialog } from '../../../utils/app/guidance-session.ts';
import { createStage, setting } from './guidance-stage.ts';

let on: ReturnType<typeof createStage>;
beforeEach(() => {
  on = createStage();
});

describe('a touch', () => {
  it('that changes the outcome has it read out, once', async () => {
    on.session.scan();
    await on.answer();
    on.session.touched(['control authorize-with', 'row authorize-with']);
    on.see(setting('authorize-with', 'graph'));
    await on.answer();
    on.session.scan();
    expect(on.announced.map(({ key, kind }) => [key, kind])).toEqual([['to-graph@account', 'warn']]);
  });

  it('elsewhere, or long ago, has nothing read out', async () => {
    on.session.scan();
    await on.answer();
    on.session.touched(['somewhere']);
    on.see(setting('authorize-with', 'graph'));
    await on.answer();
    on.session.touched(['row authorize-with']);
    on.time.pass(5_001);
    on.see(setting('authorize-with', 'ews'));
    await on.answer();
    expect(on.announced).toEqual([]);
  });
});

describe('a choice changed and not saved yet', () => {
  const control = ['control authorize-with', 'row authorize-with'];
  const save = [{ localName: 'button' }, 'row authorize-with'];
  const change = async (value: string) => {
    on.session.touched(control);
    on.see(setting('authorize-with', value));
    await on.answer();
  };
  beforeEach(async () => {
    on.session.scan();
    await on.answer();
    await change('graph');
  });

  it('says what saving would do, above everything else', () => {
    expect(on.keys()).toEqual(['to-graph@account', 'ews-retirement@account']);
    expect(on.last()?.settings[0]?.notes[0]).toMatchObject({ unsaved: true, folded: false, kind: 'warn' });
  });

  it('is not told as a setting of the account until it is saved', () => {
    const told = () => on.observed.map(({ settings }) => settings[0]?.value);
    on.time.pass(2_000);
    expect(told()).toEqual(['ews']);
    on.session.touched(save);
    on.session.scan();
    on.time.pass(2_000);
    expect(told()).toEqual(['ews', 'graph']);
  });

  it('takes no setting along that came with it, until it is saved', () => {
    const told = () => on.observed.map(({ settings }) => settings.map(({ id }) => id));
    on.see(setting('authorize-with', 'graph'), setting('setup-method', 'oauth'));
    on.time.pass(2_000);
    expect(told()).toEqual([['authorize-with']]);
    on.session.touched(save);
    on.session.scan();
    on.time.pass(2_000);
    expect(told()).toEqual([['authorize-with'], ['authorize-with', 'setup-method']]);
  });

  it('says nothing once it is changed back', async () => {
    await change('ews');
    expect(on.keys()).toEqual(['ews-retirement@account']);
  });

  it('says nothing once it is saved, and starts from there at the next change', async () => {
    on.session.touched(save);
    on.session.touched(save);
    on.session.scan();
    await on.answer();
    expect(on.keys()).toEqual(['ews-retirement@account']);
    on.time.pass(2_000);
    await change('ews');
    expect(on.keys()).toEqual(['to-ews@account', 'ews-retirement@account']);
  });

  it('is what a dialog before saving is about, though the press is heard twice', async () => {
    on.session.touched(save);
    on.session.touched(save);
    on.world.dialog = { element: 'dialog', insertBefore: null, act: null };
    on.session.scan();
    await on.answer();
    expect(on.last()?.dialog?.consequence.id).toBe('to-graph');
  });

  it('is nothing when the page itself brought another value', async () => {
    on.see(setting('setup-method', 'oauth'));
    on.see(setting('setup-method', 'application-permissions'));
    await on.answer();
    expect(on.keys()).toEqual(['application-permissions@account']);
  });

  it('is nothing for a switch, which asks or acts at once', async () => {
    for (const value of ['on', 'off', 'on']) {
      on.see(setting('third-party-integration', value));
      on.session.touched(['row third-party-integration']);
    }
    await on.answer();
    expect(on.keys()).toEqual(['integration-baseline@account']);
    on.world.dialog = { element: 'dialog', insertBefore: null, act: null };
    on.session.scan();
    await on.answer();
    expect(on.last()?.dialog?.consequence.id).toBe('integration-off');
  });
});

describe('the portal’s dialog', () => {
  const open = (parts: Partial<OpenDialog<string>> = {}): OpenDialog<string> => ({
    element: 'dialog',
    insertBefore: 'footer',
    act: null,
    ...parts,
  });
  const consequence = () => on.last()?.dialog?.consequence.id;

  beforeEach(async () => {
    on.world.page = { ...on.world.page, settings: [setting('third-party-integration', 'on')] };
    on.session.scan();
    await on.answer();
  });

  it('gets the consequence of the touch before it, and keeps it while it is open', async () => {
    on.session.touched(['icon', 'lock third-party-integration', 'row third-party-integration']);
    on.world.dialog = open();
    on.session.scan();
    await on.answer();
    expect(on.last()?.dialog).toMatchObject({ element: 'dialog', insertBefore: 'footer' });
    expect(consequence()).toBe('lock-third-party-integration');
    on.time.pass(60_000);
    on.session.scan();
    expect(consequence()).toBe('lock-third-party-integration');
    on.world.dialog = null;
    on.session.scan();
    expect(on.last()?.dialog).toBeNull();
  });

  it('uses the value as it was before the touch', async () => {
    on.session.touched(['row third-party-integration']);
    on.world.dialog = open({ act: 'turn-off' });
    on.see(setting('third-party-integration', 'off'));
    await on.answer();
    expect(consequence()).toBe('integration-off');
  });

  it('that opens long after the touch, and names nothing, is left alone', async () => {
    on.session.touched(['lock third-party-integration', 'row third-party-integration']);
    on.time.pass(5_001);
    on.world.dialog = open();
    on.session.scan();
    await on.answer();
    expect(on.last()?.dialog).toBeNull();
  });

  it('that names its setting needs no touch', async () => {
    on.world.dialog = open({ titleSetting: 'third-party-integration', act: 'lock', insertBefore: null });
    on.session.scan();
    await on.answer();
    expect(consequence()).toBe('lock-third-party-integration');
    expect(on.last()?.dialog).not.toHaveProperty('insertBefore');
  });

  it('gets nothing by the answer about another one', async () => {
    on.session.touched(['lock third-party-integration', 'row third-party-integration']);
    on.world.dialog = open({ act: 'lock' });
    on.session.scan();
    on.world.dialog = open({ element: 'another', act: 'unlock' });
    on.session.scan();
    const [, first] = on.asks;
    if (first) first.resolve(on.contextOf(first.question));
    await new Promise((resolve) => setImmediate(resolve));
    expect(on.last()?.dialog).toBeNull();
    await on.answer();
    expect(on.last()?.dialog).toBeNull();
  });
});
