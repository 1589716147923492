import { describe, expect, it } from 'vitest';
import { health } from '../../../utils/checks/health.ts';
import { DAY, HOUR } from '../../../utils/core/clock.ts';
import { connected, input, NOW, sync, trouble } from './health-input.ts';

const life = (signedInAt: number | undefined) =>
  health(input(signedInAt === undefined ? {} : { signedInAt })).facts.find(
    ({ name }) => name.key === 'health_fact_signed_in',
  );

describe('how long the sign-in lasts', () => {
  it('is told as a time about a day after the last visit, with the age of that visit', () => {
    expect(life(NOW - 3 * HOUR)).toEqual({
      name: { key: 'health_fact_signed_in' },
      value: {
        key: 'health_signed_in_until',
        params: { moment: { at: NOW + 21 * HOUR, style: 'date-time' } },
      },
      observedAt: NOW - 3 * HOUR,
      stale: false,
    });
  });

  it('is grey once it is over', () => {
    expect(life(NOW - DAY)).toMatchObject({ value: { key: 'health_signed_in_over' }, stale: true });
  });

  it('is not told of nobody, nor when nobody could tell', () => {
    expect(life(undefined)).toBeUndefined();
    const nobody = health(input({ account: null, sync: null, signedInAt: NOW }));
    expect(nobody.facts.some(({ name }) => name.key === 'health_fact_signed_in')).toBe(false);
  });
});

describe('a sign-in that could not be renewed', () => {
  it('is one calm sentence and one step, and the calendar read before keeps its age', () => {
    const view = health(
      input({
        facts: { ...connected(), ...trouble({ code: 'AADSTS50058', who: 'person', raw: 'AADSTS50058' }) },
        sync: sync({ state: 'needsPerson', completedAt: NOW - 5 * HOUR }),
        signedInAt: NOW - 29 * HOUR,
      }),
    );
    expect([view.state, view.tone, view.title.key, view.action?.id]).toEqual([
      'needs-you',
      'ask',
      'health_sign_in_again',
      'sign-in',
    ]);
    expect(view.meta.map(({ key }) => key)).toEqual(['health_since', 'health_last_answer']);
    expect(view.calendarAsOf).toBe(NOW - 5 * HOUR);
    expect(view.code).toBe('AADSTS50058');
  });

  it('has no last answer to tell of before the first one', () => {
    const view = health(input({ facts: trouble({ code: 'AADSTS50058', who: 'person' }), sync: null }));
    expect(view.meta.map(({ key }) => key)).toEqual(['health_since']);
  });
});
