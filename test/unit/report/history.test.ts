import { describe, expect, it } from 'vitest';
import { asSeenAt, differences, timelines } from '../../../utils/report/index.ts';
import { DAY, FACTS, HOUR, NOW, readings, SNAPSHOTS } from './scene.ts';

describe('what two looks show otherwise', () => {
  it('is each value and each lock that differs, and nothing else', () => {
    const was = [
      ...readings({ 'authorize-with': 'ews', 'two-way-sync': 'on' }),
      ...readings({ 'sso-prompt': 'off' }, 'locked'),
    ];
    const is = [
      ...readings({ 'authorize-with': 'graph', 'two-way-sync': 'on' }),
      ...readings({ 'sso-prompt': 'off' }),
    ];
    expect(differences(was, is).map(({ setting, part, certain }) => [setting, part, certain])).toEqual([
      ['authorize-with', 'value', true],
      ['sso-prompt', 'lock', true],
    ]);
  });

  it.each([
    ['could not be read', readings({ 'authorize-with': 'unknown' })],
    ['was not on the page', []],
  ])('is no certain difference where one look %s', (_how, is) => {
    const found = differences(readings({ 'authorize-with': 'ews' }), is);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ setting: 'authorize-with', certain: false });
  });

  it('is nothing between a look and itself', () => {
    for (const { settings } of SNAPSHOTS) expect(differences(settings, settings)).toEqual([]);
  });
});

describe('timelines', () => {
  it('part hosts and groups, account first, and end with the newest look', () => {
    const lines = timelines(SNAPSHOTS, FACTS);
    expect(lines.map(({ page, scope, sightings }) => [page, scope, sightings.length])).toEqual([
      ['account-settings', 'zoom.us', 4],
      ['group-settings', 'zoom.us/AbC1', 1],
    ]);
    expect(lines[0]?.sightings.at(-1)?.seenAt).toBe(NOW - 4 * 60_000);
  });

  it('tell what was on show at a moment, and that nobody had looked before the first', () => {
    const [account] = timelines(SNAPSHOTS, FACTS);
    if (!account) throw new Error('no account');
    expect(asSeenAt(account, NOW - 31 * DAY)).toBeNull();
    expect(asSeenAt(account, NOW - 2 * HOUR)?.seenAt).toBe(NOW - 5 * DAY);
  });
});
