import { describe, expect, it } from 'vitest';
import { advance, begin, contradiction, guideView } from '../../../utils/guide/index.ts';
import type { GuideLook, GuideStep } from '../../../utils/model/guide.ts';

const AT = 1_790_000_000_000;
const look = (settings: GuideLook['settings'], page: GuideLook['page'] = 'account-settings'): GuideLook => ({
  page,
  recognition: 'recognised',
  settings,
  dialog: null,
});
const setup = begin('setup', AT);

describe('what the page shows against a step', () => {
  it.each<[string, GuideStep, GuideLook['settings'], object | null]>([
    [
      'another service',
      'service',
      { 'default-service': 'google' },
      { value: { key: 'value_google' }, wanted: { key: 'value_office' } },
    ],
    [
      'EWS',
      'service',
      { 'default-service': 'office365', 'authorize-with': 'ews' },
      { value: { key: 'value_ews' }, wanted: 'API Graph' },
    ],
    [
      'a switch that is off',
      'toggle',
      { 'third-party-integration': 'off' },
      { name: { key: 'guide_name_toggle' } },
    ],
    ['nothing that could be read', 'service', { 'default-service': 'unknown' }, null],
    ['nothing of it', 'method', {}, null],
  ])('%s', (_what, step, settings, params) => {
    const message = contradiction(setup, step, look(settings), { api: 'API Graph' });
    if (params === null) expect(message).toBeNull();
    else expect(message).toMatchObject({ params });
  });

  it('nothing on another page, on one that was not recognised, and after the end', () => {
    const off = { 'third-party-integration': 'off' };
    expect(contradiction(setup, 'toggle', look(off, 'group-settings'), {})).toBeNull();
    expect(contradiction(setup, 'toggle', { ...look(off), recognition: 'unrecognised' }, {})).toBeNull();
    const ended = advance(setup, { type: 'end', at: AT + 1 });
    expect(contradiction(ended, 'toggle', look(off), {})).toBeNull();
  });

  it('no connection, once the person says they signed in at Microsoft', () => {
    const test = begin('test', AT);
    const none = look({ 'profile-connection': { status: 'not-connected' } }, 'profile');
    expect(contradiction(test, 'connected', none, {})).toBeNull();
    const said = advance(test, { type: 'confirm', step: 'microsoft', at: AT, look: none });
    expect(contradiction(said, 'connected', none, {})).toMatchObject({
      params: { value: { key: 'value_not_connected' } },
    });
    const unread = look({ 'profile-connection': 'unknown' }, 'profile');
    expect(contradiction(said, 'connected', unread, {})).toBeNull();
  });
});

describe('a step’s words', () => {
  it('are the page’s own where it shows them, else the catalogue’s', () => {
    const titles = (names = {}) => guideView(setup, { names }).steps.map(({ title }) => title);
    expect(titles({ tab: 'Courriel et calendrier' })[3]).toEqual({
      key: 'guide_tab',
      params: { tab: 'Courriel et calendrier' },
    });
    expect(titles()[5]).toEqual({ key: 'guide_toggle', params: { toggle: { key: 'guide_name_toggle' } } });
  });

  it('say what stands against it in place of how it is ticked', () => {
    const message = { key: 'guide_shows_off' } as const;
    const { steps } = guideView(setup, { against: { step: 'toggle', message } });
    expect(steps.filter(({ against }) => against)).toMatchObject([{ id: 'toggle', detail: message }]);
  });
});
