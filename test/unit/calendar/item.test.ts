import { describe, expect, it } from 'vitest';
import { readItem } from '../../../utils/calendar/item.ts';
import { findZoomLink } from '../../../utils/meetings/index.ts';

const START = { dateTime: '2026-11-24T09:00:00.0000000', timeZone: 'UTC' };
const END = { dateTime: '2026-11-24T10:00:00.0000000', timeZone: 'UTC' };
const EVENT = { id: 'AAA', type: 'singleInstance', start: START, end: END };
const read = (more: object) => readItem({ ...EVENT, ...more }, findZoomLink);

describe('an item of a page', () => {
  it('needs id, times and nothing else', () => {
    expect(readItem({ id: 'AAA', start: START, end: END }, findZoomLink)).toEqual({
      kind: 'row',
      id: 'AAA',
      row: { type: 'single', start: Date.UTC(2026, 10, 24, 9), end: Date.UTC(2026, 10, 24, 10) },
    });
  });

  it('reads a slim occurrence, which has its etag alone', () => {
    const item = {
      '@odata.etag': 'W/"1"',
      id: 'O',
      type: 'occurrence',
      seriesMasterId: 'M',
      start: START,
      end: END,
    };
    expect(readItem(item, findZoomLink)).toMatchObject({
      kind: 'row',
      masterId: 'M',
      row: { type: 'occurrence', changeKey: 'W/"1"' },
    });
  });

  it('reads a tombstone, whatever else it carries', () => {
    expect(readItem({ id: 'X', '@removed': { reason: 'deleted' } }, findZoomLink)).toEqual({
      kind: 'gone',
      id: 'X',
    });
  });

  it.each([
    [null, 'shape'],
    [[], 'shape'],
    ['text', 'shape'],
    [{ id: 7 }, 'shape'],
    [{ id: '' }, 'shape'],
    [{ id: 'A'.repeat(1_001) }, 'shape'],
    [{ ...EVENT, id: 'half\ud83d' }, 'shape'],
    [{ ...EVENT, type: 'occurrence', seriesMasterId: '\udc00' }, 'shape'],
    [{ ...EVENT, type: 'constructor' }, 'type'],
    [{ ...EVENT, start: undefined }, 'times'],
    [{ ...EVENT, start: { dateTime: 'soon' } }, 'times'],
    [{ ...EVENT, start: { ...START, timeZone: 'tzone://Microsoft/Custom' } }, 'times'],
    [{ ...EVENT, start: END, end: START }, 'times'],
  ])('leaves out %j and says why', (value, reason) => {
    expect(readItem(value, findZoomLink)).toEqual({ kind: 'odd', reason });
  });

  it.each([
    [{ location: { displayName: 'https://zoom.us/w/81234567890' } }, { link: 'registration' }],
    [{ location: { displayName: 'https://zoom.us/my/maya' } }, { link: 'personal' }],
    [{ subject: 'Call https://zoom.us/j/81234567890' }, { link: 'subject' }],
    [
      {
        location: { displayName: 'https://zoom.us/j/81234567890' },
        onlineMeetingProvider: 'teamsForBusiness',
      },
      { teams: true },
    ],
  ])('tells what kind of link %j has', (more, expected) => {
    expect(read(more)).toMatchObject({ row: expected });
  });

  it('keeps nothing of a Teams meeting alone, nor of a private event', () => {
    const teams = read({ onlineMeetingProvider: 'teamsForBusiness' });
    const secret = read({ subject: 'https://zoom.us/j/81234567890', sensitivity: 'private' });
    for (const item of [teams, secret])
      expect(item.kind === 'row' && ('teams' in item.row || 'link' in item.row)).toBe(false);
  });

  it('I11: keeps meeting number and host, and no password anywhere', () => {
    const link = 'https://us02web.zoom.us/j/81234567890?pwd=SECRETsecret.1';
    for (const place of [link, `Room 4; ${link}`, `${link}, Room 4`, `Zoom (${link})`]) {
      const item = read({ location: { displayName: place, locationUri: link }, bodyPreview: `Join ${link}` });
      expect(item).toMatchObject({ row: { zoom: '81234567890', zoomHost: 'us02web.zoom.us' } });
      expect(JSON.stringify(item)).not.toContain('SECRET');
    }
    expect(read({ location: { displayName: `Room 4; ${link}` } })).toMatchObject({
      row: { place: 'Room 4' },
    });
    expect(
      JSON.stringify(read({ location: { displayName: 'https://meet.example/x?pwd=SECRET' } })),
    ).not.toContain('SECRET');
  });

  it.each(['private', 'confidential'])('I11: keeps times only of a %s event', (sensitivity) => {
    const item = read({
      sensitivity,
      subject: 'Doctor',
      location: { displayName: 'Clinic https://zoom.us/j/81234567890' },
      bodyPreview: 'https://zoom.us/j/81234567890',
    });
    expect(item).toEqual({
      kind: 'row',
      id: 'AAA',
      row: {
        type: 'single',
        start: expect.any(Number) as number,
        end: expect.any(Number) as number,
        private: true,
      },
    });
  });

  it('looks in the location, then other locations, then the preview, then the body', () => {
    const zoom = (number: string) => `https://zoom.us/j/${number}`;
    const body = { contentType: 'text', content: zoom('85555555555') };
    const preview = { bodyPreview: zoom('84444444444'), body };
    const others = { locations: [{ displayName: 'Hall' }, { locationUri: zoom('83333333333') }], ...preview };
    const found = (more: object) => {
      const item = read(more);
      return item.kind === 'row' ? item.row.zoom : item;
    };
    expect(found({ location: { displayName: zoom('82222222222') }, ...others })).toBe('82222222222');
    expect(found(others)).toBe('83333333333');
    expect(found(preview)).toBe('84444444444');
    expect(found({ body })).toBe('85555555555');
    expect(found({ subject: zoom('86666666666') })).toBeUndefined();
  });

  it('keeps no body, attendee or address of a person', () => {
    const item = read({
      subject: 'Plan',
      body: { content: 'BODYTEXT' },
      bodyPreview: 'PREVIEWTEXT',
      attendees: [{ emailAddress: { address: 'noor@alderfinch.example' } }],
      organizer: { emailAddress: { address: 'maya@alderfinch.example' } },
    });
    expect(JSON.stringify(item)).not.toMatch(/BODYTEXT|PREVIEWTEXT|alderfinch/);
  });

  it.each([
    ['an address', 'Standup https://us02web.zoom.us/j/81234567890?pwd=SECRET', 'Standup'],
    ['an address without a scheme', 'us02web.zoom.us/j/81234567890?pwd=SECRET, Room 4', ', Room 4'],
    ['a passcode written out', 'Standup (Passcode: SECRET)', 'Standup ('],
    ['a French one', 'Point, mot de passe : SECRET', 'Point,'],
    ['a loose pwd', 'Standup ?pwd=SECRET now', 'Standup now'],
  ])('I11: keeps no password from %s', (_what, text, left) => {
    const item = read({ subject: text, location: { displayName: text } });
    expect(item).toMatchObject({ kind: 'row', row: { subject: left } });
    expect(JSON.stringify(item)).not.toContain('SECRET');
  });

  it('leaves a subject without secrets as it is', () => {
    expect(read({ subject: '– Plan:  the  password policy' })).toMatchObject({
      row: { subject: '– Plan:  the  password policy' },
    });
  });

  it('reads a hostile place before the runner loses patience', () => {
    // Steps that grow with the square of the length would take minutes.
    const item = read({
      location: { displayName: 'a.'.repeat(200_000) },
      subject: `${'a+'.repeat(200_000)}://`,
    });
    expect(item.kind).toBe('row');
  });
});
