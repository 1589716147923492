import { describe, expect, it } from 'vitest';
import { consequenceOf, CONSEQUENCES } from '../../../utils/checks/index.ts';
import type { DialogClue, Touch } from '../../../utils/model/notes.ts';
import type { Level } from '../../../utils/model/settings.ts';

const touch = (setting: Touch['setting'], value: unknown, part: Touch['part'] = 'control'): Touch => ({
  setting,
  part,
  value,
});
const id = (clue: DialogClue, last: Touch | null, value: unknown = 'unknown', level: Level = 'account') =>
  consequenceOf({ clue, touch: last, values: () => value, level, consequences: CONSEQUENCES })?.id ?? null;

describe('the consequence shown in a dialog', () => {
  it.each<[string, DialogClue, Touch | null, unknown, string | null]>([
    ['its own title and button', { setting: 'two-way-sync', act: 'turn-on' }, null, 'off', 'two-way-sync-on'],
    [
      'the touch before it',
      {},
      touch('third-party-integration', 'on', 'lock'),
      'on',
      'lock-third-party-integration',
    ],
    [
      'a button that says Lock',
      { act: 'lock' },
      touch('third-party-integration', 'on'),
      'on',
      'lock-third-party-integration',
    ],
    ['the value before the touch', {}, touch('third-party-integration', 'on'), 'off', 'integration-off'],
    [
      '"Enable" on a choice of two ways',
      { act: 'turn-on' },
      touch('authorize-with', 'graph'),
      'graph',
      'to-ews',
    ],
    [
      'a change from application permissions',
      {},
      touch('setup-method', 'application-permissions'),
      '',
      'to-oauth',
    ],
    [
      'its title, against an older touch',
      { setting: 'two-way-sync', act: 'turn-off' },
      touch('authorize-with', 'ews'),
      'on',
      'two-way-sync-off',
    ],
  ])('comes from %s', (_what, clue, last, value, expected) => {
    expect(id(clue, last, value)).toBe(expected);
  });

  it.each<[string, DialogClue, Touch | null, unknown]>([
    ['nothing is known of it', {}, null, 'on'],
    ['it unlocks', { setting: 'third-party-integration', act: 'unlock' }, null, 'on'],
    [
      'it names a setting, but no act, and nothing was touched',
      { setting: 'third-party-integration' },
      null,
      'on',
    ],
    ['the act stays open between two', {}, touch('sso-prompt', 'first-sign-in'), 'first-sign-in'],
    ['the value could not be read', { setting: 'third-party-integration', act: 'turn-off' }, null, 'unknown'],
    ['the setting has no known consequence', { setting: 'reconnect-reminders', act: 'turn-off' }, null, 'on'],
    ['it locks a setting whose lock disconnects nobody', {}, touch('two-way-sync', 'on', 'lock'), 'on'],
  ])('is none when %s', (_what, clue, last, value) => {
    expect(id(clue, last, value)).toBeNull();
  });

  it('holds only at its levels', () => {
    expect(id({ setting: 'third-party-integration', act: 'lock' }, null, 'on', 'user')).toBeNull();
  });
});
