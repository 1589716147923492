import { describe, expect, it } from 'vitest';
import { createMask } from '../../../utils/report/mask.ts';

describe('a mask hides', () => {
  it.each([
    ['maya.chen@alderfinch.example', 'm•••@•••1'],
    ['see acme.zoom.us/AbC1', 'see •••1.zoom.us/AbC1'],
    ['https://acme.zoomgov.com/profile', 'https://•••1.zoomgov.com/profile'],
    ['acme.zoom.us.mcas.ms', '•••1.zoom.us.mcas.ms'],
    ['Acme.Zoom.US and a@acme.example', '•••2.Zoom.US and a•••@•••1'],
  ])('%s', (text, masked) => {
    expect(createMask().text(text)).toBe(masked);
  });

  it.each([
    'zoom.us',
    'us02web.zoom.us/AbC1',
    'eu01web.zoom.us',
    'www.zoomgov.com',
    'marketplace.zoom.us',
    'https://support.zoom.com/hc/en',
    'learn.microsoft.com',
    'Calendars.ReadWrite',
    'm•••@•••1',
  ])('nothing of %s, which is nobody’s own', (text) => {
    expect(createMask().text(text)).toBe(text);
  });
});

describe('two names stay two', () => {
  it('the same name is the same number in any spelling, another another', () => {
    const mask = createMask();
    expect(['acme.zoom.us', 'borealis.zoom.us', 'ACME.zoom.us', 'b@acme.example'].map(mask.text)).toEqual([
      '•••1.zoom.us',
      '•••2.zoom.us',
      '•••1.zoom.us',
      'b•••@•••3',
    ]);
  });

  it('names known beforehand are hidden wherever they stand, with the numbers of their order', () => {
    const mask = createMask(['maya@alderfinch.example', 'borealis.zoom.us', 'alderfinch.example']);
    expect(mask.text('Ask help.alderfinch.example at borealis.zoom.us')).toBe(
      'Ask help.•••1 at •••2.zoom.us',
    );
    expect(mask.text('notalderfinch.example')).toBe('notalderfinch.example');
    expect(mask.name('alderfinch.example')).toBe('•••1');
    expect(mask.name('ALDERFINCH.example')).toBe('•••1');
  });

  it('a name that is neither host nor address says nothing', () => {
    const mask = createMask();
    expect(mask.name('Maya Chen')).toBe('•••');
    expect(mask.name('8f2c1b3a-0000-4000-8000-00000000c0de')).toBe('•••');
    expect(mask.name('Maya Chen, maya@other.example')).toBe('•••');
    expect(mask.name('Ask Maya at acme.zoom.us')).toBe('•••');
    expect(mask.name('other.example')).toBe('•••1');
    expect(mask.name('maya@other.example')).toBe('m•••@•••1');
    expect(mask.name('us02web.zoomgov.com')).toBe('us02web.zoomgov.com');
  });
});
