import { describe, expect, it } from 'vitest';
import { findZoomLink, joinAddress } from '../../../utils/meetings/index.ts';

const N = '81234567890';

describe('a Zoom link', () => {
  it.each([
    [`https://zoom.us/j/${N}`, 'zoom.us'],
    [`https://us02web.zoom.us/j/${N}?pwd=abc.1`, 'us02web.zoom.us'],
    [`https://alderfinch.zoom.us/w/${N}#success`, 'alderfinch.zoom.us'],
    [`https://zoomgov.com/j/${N}`, 'zoomgov.com'],
    [`https://agency.zoomgov.com/s/${N}`, 'agency.zoomgov.com'],
    [`https://zoom.com.cn/j/${N}/`, 'zoom.com.cn'],
    [`https://firma.zoom-x.de/j/${N}`, 'firma.zoom-x.de'],
    [`https://us02web.zoom.us/wc/join/${N}`, 'us02web.zoom.us'],
    [`https://us02web.zoom.us/wc/${N}/join?x=1`, 'us02web.zoom.us'],
    [`zoommtg://zoom.us/join?action=join&confno=${N}&pwd=abc`, 'zoom.us'],
    [`HTTPS://US02WEB.ZOOM.US/j/${N}`, 'us02web.zoom.us'],
    [`Join: <https://zoom.us/j/${N}>, or call`, 'zoom.us'],
    [`"https://zoom.us/j/${N}"`, 'zoom.us'],
  ])('is found in %s', (text, host) => {
    expect(findZoomLink([text])).toMatchObject({ host, number: N });
  });

  it.each(['812345678', '8123456789', '81234567890'])(
    'has a number of nine to eleven digits: %s',
    (number) => {
      expect(findZoomLink([`https://zoom.us/j/${number}`])?.number).toBe(number);
    },
  );

  it.each([
    `http://zoom.us/j/${N}`,
    `https://notzoom.us/j/${N}`,
    `https://zoom.us.evil.example/j/${N}`,
    `https://evil.example/zoom.us/j/${N}`,
    `https://zoom.us@evil.example/j/${N}`,
    `https://user:pass@zoom.us/j/${N}`,
    `https://zoom.us:8443/j/${N}`,
    'https://zoom.us/j/12345678',
    'https://zoom.us/j/812345678901',
    'https://zoom.us/j/8123x567890',
    'https://zoom.us/pricing',
    `zoommtg://evil.example/join?confno=${N}`,
    `zoommtg://zoom.us/start?confno=${N}`,
    'https://teams.microsoft.com/l/meetup-join/19',
    'https://zoom.us:99999/j/81234567890',
    '812 3456 7890',
    '',
  ])('is not found in %s', (text) => {
    expect(findZoomLink([text])).toBeNull();
  });

  it('is not found under a host that is no name', () => {
    expect(findZoomLink([`zoommtg://evil.example%2F.zoom.us/join?confno=${N}`])).toBeNull();
  });

  it('without a number gives the host alone, and one with a number wins', () => {
    expect(findZoomLink(['https://alderfinch.zoom.us/my/maya'])).toEqual({
      host: 'alderfinch.zoom.us',
      kind: 'personal',
    });
    expect(findZoomLink(['https://zoom.us/my/maya', `https://zoom.us/j/${N}`])?.number).toBe(N);
  });

  it.each([
    [`https://zoom.us/j/${N}`, undefined],
    [`https://zoom.us/w/${N}`, 'registration'],
    ['https://zoom.us/meeting/register/tZ0', 'registration'],
    ['https://zoom.us/webinar/register/WN_a', 'registration'],
    ['https://zoom.us/my/maya', 'personal'],
  ] as const)('%s is of the kind %s', (text, kind) => {
    expect(findZoomLink([text])?.kind).toBe(kind);
  });

  it('is the first in the order given', () => {
    expect(findZoomLink(['https://zoom.us/j/811111111', 'https://zoom.us/j/822222222'])?.number).toBe(
      '811111111',
    );
  });

  it('joins by number on its own host', () => {
    expect(joinAddress({ zoom: N, zoomHost: 'us02web.zoom.us' })).toBe(`https://us02web.zoom.us/j/${N}`);
    expect(joinAddress({ zoomHost: 'us02web.zoom.us' })).toBeNull();
  });
});
