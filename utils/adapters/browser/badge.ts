import { browser } from 'wxt/browser';
import type { BadgePort } from '../../model/ports.ts';

type Badge = Parameters<BadgePort['show']>[0];

/** Text and colours of the look's four badges; each differs by its sign as well as by its hue. */
const LOOK: Record<Exclude<Badge, 'none'>, { readonly text: string; readonly colour: string }> = {
  'needs-you': { text: '!', colour: '#875000' },
  broken: { text: '×', colour: '#b0261d' },
  stale: { text: '?', colour: '#56626b' },
};

/** The toolbar button's badge and tooltip. */
export const badge: BadgePort = {
  async show(which, title) {
    const look = which === 'none' ? null : LOOK[which];
    await browser.action.setBadgeText({ text: look?.text ?? '' });
    if (look) {
      await browser.action.setBadgeBackgroundColor({ color: look.colour });
      await browser.action.setBadgeTextColor({ color: '#ffffff' });
    }
    await browser.action.setTitle({ title });
  },
};
