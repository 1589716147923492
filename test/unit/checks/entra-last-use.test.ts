import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../utils/checks/index.ts';
import type { AppUse } from '../../../utils/model/entra.ts';
import { DAY } from '../../../utils/core/clock.ts';
import { NOW } from './fixtures.ts';

const UNREAD: AppUse = { unread: { code: 'access-denied', who: 'blocked' } };
const used = (lastSuccess: number | null): AppUse => ({
  value: [{ kind: 'renewal', lastSuccess, lastRefusal: null }],
});

function outcome(...uses: AppUse[]) {
  const check = CHECKS.find(({ id }) => id === 'entra-last-use');
  const apps = uses.map((use, at) => ({ appId: `app-${at}`, use }));
  return check?.run({ 'entra/last-use': { span: 30 * DAY, apps } } as never, { now: NOW } as never);
}

describe('last use, with one app unread', () => {
  it('is neither silence nor good news', () => {
    expect(outcome(used(null), UNREAD)).toMatchObject({ kind: 'needs-review' });
    expect(outcome(used(NOW - DAY), UNREAD)).toMatchObject({ kind: 'needs-review' });
  });

  it('is told where all were read', () => {
    expect(outcome(used(null), used(null))).toMatchObject({ kind: 'fail', certainty: 'confirmed' });
    expect(outcome(used(NOW - DAY), used(null))).toMatchObject({ kind: 'pass' });
  });
});
