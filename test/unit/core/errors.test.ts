import { describe, expect, it, vi } from 'vitest';

describe('an error of the house', () => {
  it('is known by the other script of the worker, which has a class of its own', async () => {
    const ours = await import('../../../utils/core/errors.ts');
    (await import('../../../utils/core/errors-by-name.ts')).knowErrorsByName();
    vi.resetModules();
    const theirs = await import('../../../utils/core/errors.ts');
    expect(theirs.SynclineError).not.toBe(ours.SynclineError);
    const error = new theirs.SynclineError({ code: 'offline', who: 'wait' }, 'no network');
    expect(ours.toErrorInfo(error)).toEqual({ code: 'offline', who: 'wait' });
    expect(error).toBeInstanceOf(ours.SynclineError);
    expect(new TypeError('x') instanceof ours.SynclineError).toBe(false);
    expect({ name: 'SynclineError' } instanceof ours.SynclineError).toBe(false);
  });
});
