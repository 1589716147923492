import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trusted } from '../../../utils/calendar/cloud.ts';
import { parsePage } from '../../../utils/calendar/index.ts';
import { firstLink, masterLink, preferFor } from '../../../utils/calendar/request.ts';
import { findZoomLink } from '../../../utils/meetings/index.ts';
import { DELTA_LINK, NEXT_LINK } from './support/records.ts';

const parse = (body: unknown) => parsePage(body, 'global', findZoomLink);

describe('a page', () => {
  it('leads on, to the end, or nowhere', () => {
    expect(parse({ value: [], '@odata.nextLink': NEXT_LINK })).toMatchObject({
      link: { kind: 'next', href: NEXT_LINK },
    });
    expect(parse({ value: [], '@odata.deltaLink': DELTA_LINK })).toMatchObject({ link: { kind: 'delta' } });
    expect(parse({ value: [] })).toMatchObject({ ok: true, link: { kind: 'none' } });
  });

  it.each([null, 7, 'text', [], {}, { value: null }, { value: {} }, { value: [], '@odata.nextLink': 5 }])(
    'I13: refuses %j by name',
    (body) => expect(parse(body)).toEqual({ ok: false, error: { code: 'bad-page', who: 'wait' } }),
  );

  it('I13: gives an answer for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.jsonValue()), (body, value) => {
        expect(parse(body).ok).toBeTypeOf('boolean');
        expect(parse({ value, '@odata.deltaLink': DELTA_LINK }).ok).toBe(true);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it.each([
    'http://graph.microsoft.com/v1.0/x',
    'https://graph.microsoft.com.evil.example/v1.0/x',
    'https://graph.microsoft.com:444/v1.0/x',
    'https://user@graph.microsoft.com/v1.0/x',
    'https://graph.microsoft.us/v1.0/x',
    'javascript:alert(1)',
    '//graph.microsoft.com/x',
    '',
  ])('I10: gives no token to %s', (href) => {
    expect(trusted(href, 'global')).toBe(false);
    expect(parse({ value: [], '@odata.nextLink': href }).ok).toBe(false);
  });

  it('I10: knows the Graph host of its cloud, and none of a cloud it was not told', () => {
    expect(trusted(NEXT_LINK, 'global')).toBe(true);
    expect(trusted(NEXT_LINK, 'constructor')).toBe(false);
  });
});

describe('a request', () => {
  const window = { start: Date.UTC(2026, 10, 16), end: Date.UTC(2027, 0, 22) };

  it('sends no query option to delta but the window', () => {
    for (const mode of ['delta', 'delta-unsized', 'delta-half'] as const)
      expect(firstLink('global', window, mode)).toBe(
        'https://graph.microsoft.com/v1.0/me/calendarView/delta?startDateTime=2026-11-16T00:00:00.000Z&endDateTime=2027-01-22T00:00:00.000Z',
      );
  });

  it('asks for immutable ids always, for a page size only where it does no harm', () => {
    for (const mode of ['delta', 'delta-unsized', 'delta-half', 'plain'] as const)
      expect(preferFor(mode)).toContain(
        'IdType="ImmutableId", outlook.timezone="UTC", outlook.body-content-type="text"',
      );
    expect(preferFor('delta')).toMatch(/, odata\.maxpagesize=50$/);
    expect(preferFor('delta-unsized')).not.toContain('maxpagesize');
  });

  it('writes a master’s id so that no id can change the address', () => {
    expect(masterLink('global', 'AA/../BB?x=')).toContain('/me/events/AA%2F..%2FBB%3Fx%3D?$select=');
  });
});
