import { beforeEach, describe, expect, it, vi } from 'vitest';
import { notifications, onNoticeClicked } from '../../../../utils/adapters/browser/notifications.ts';
import { fakeBrowser, resetFakeBrowser } from './fake-browser.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser }));

beforeEach(resetFakeBrowser);

describe('a click on the notice', () => {
  it('opens once, however often the permission was given, and takes the notice away', async () => {
    let opened = 0;
    onNoticeClicked(() => {
      opened += 1;
    });
    const { permissions, notifications: notices } = fakeBrowser;
    permissions.onAdded.fire({ permissions: ['notifications'] });
    permissions.onAdded.fire({ origins: ['https://zoom.us/*'] });
    permissions.onAdded.fire({ permissions: ['notifications'] });
    await notifications.show({ title: 'a', message: 'b', context: 'c' });
    notices.onClicked.fire('another');
    expect([opened, notices.shown.size]).toEqual([0, 1]);
    notices.onClicked.fire([...notices.shown.keys()][0]);
    expect([opened, notices.shown.size]).toEqual([1, 0]);
  });
});
