import { describe, expect, it } from 'vitest';
import { pageRules } from '../../../utils/app/page-rules.ts';

describe('what notes are drawn by', () => {
  it('is nothing where nobody said anything', () => {
    expect(pageRules({}, [])).toEqual({});
  });

  it('is the person’s choice of rule books, unless policy names some: none is a choice too', () => {
    expect(pageRules({}, ['cis-zoom'])).toEqual({ baselines: ['cis-zoom'] });
    expect(pageRules({ baselines: ['zoom-field-guide'] }, ['cis-zoom'])).toEqual({
      baselines: ['zoom-field-guide'],
    });
    expect(pageRules({ baselines: [] }, ['cis-zoom'])).toEqual({ baselines: [] });
  });

  it('holds of the policy what the page needs, and no more', () => {
    const policy = {
      clientId: '11111111-1111-4111-8111-111111111111',
      tenant: 'alderfinch.example',
      ownBaseline: { 'two-way-sync': { expected: 'on' } },
      checks: { 'ews-retirement': { show: false } },
      contact: { text: 'Service desk' },
    } as const;
    const { clientId: _id, tenant: _tenant, ...rest } = policy;
    expect(pageRules(policy, [])).toEqual(rest);
  });
});
