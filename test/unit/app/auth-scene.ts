import { createAuthService } from '../../../utils/app/auth-service.ts';
import { createTrouble, watchSilentTokens } from '../../../utils/app/auth-trouble.ts';
import type { ErrorInfo } from '../../../utils/core/errors.ts';
import { SynclineError } from '../../../utils/core/errors.ts';
import type { AuthPort } from '../../../utils/model/ports.ts';
import { memoryFacts } from './memory-facts.ts';

export const MAYA = { id: 'oid1.tid', username: 'maya@alderfinch.example', tenantId: 'tid' };
export const OTTO = { id: 'oid2.tid', username: 'otto@alderfinch.example', tenantId: 'tid' };
export const CONSENT: ErrorInfo = { code: 'AADSTS65001', who: 'person', raw: 'AADSTS65001' };
export const APPROVAL: ErrorInfo = { code: 'AADSTS90094', who: 'blocked', raw: 'AADSTS90094' };
export const CANCELLED: ErrorInfo = { code: 'sign-in-cancelled', who: 'cancelled' };
export const fail = (info: ErrorInfo) => new SynclineError(info, info.code);

const friendlyMe = (select: string): unknown =>
  select.startsWith('mail')
    ? { mail: MAYA.username, userPrincipalName: MAYA.username }
    : {
        lastPasswordChangeDateTime: '2026-11-21T09:00:00Z',
        signInSessionsValidFromDateTime: '2026-02-03T08:30:00Z',
      };

/** The outside of one test. */
const begin = () => ({
  facts: memoryFacts(),
  now: 1_800_000_000_000,
  account: null as typeof MAYA | null,
  /** Who signs in when a window opens. */
  chosen: MAYA,
  /** What Entra answers, by kind of request. */
  refusal: {} as { window?: ErrorInfo; calendar?: ErrorInfo },
  /** Graph's `/me`, by its `$select`. */
  me: friendlyMe,
  /** What was asked of whom, in order. */
  steps: [] as string[],
});

export const scene = begin();
export const freshScene = () => void Object.assign(scene, begin());

export const auth: AuthPort = {
  async token(scopes, { interactive, refresh, choose }) {
    const how = [refresh && 'asking', choose && 'choosing'].filter(Boolean).map((word) => ` ${word}`);
    scene.steps.push(`${interactive ? 'window' : 'silent'} ${scopes.join(' ')}${how.join('')}`);
    if (interactive && scene.refusal.window) throw fail(scene.refusal.window);
    if (interactive) scene.account = scene.chosen;
    if (!scene.account) throw fail({ code: 'sign-in-needed', who: 'person' });
    if (!interactive && scene.refusal.calendar && scopes.includes('Calendars.ReadBasic'))
      throw fail(scene.refusal.calendar);
    return 'token';
  },
  account: async () => scene.account,
  async signOut() {
    scene.steps.push('auth.signOut');
    scene.account = null;
  },
};

/** The service, and the sign-in as the sync gets it. */
export function build() {
  const clock = { now: () => scene.now };
  const trouble = createTrouble(scene.facts.store, clock);
  const service = createAuthService({
    auth,
    graph: {
      async get(url) {
        return { body: scene.me(new URL(url).searchParams.get('$select') ?? ''), bytes: 1 };
      },
    },
    cloud: () => Promise.resolve('global'),
    facts: scene.facts.store,
    calendar: {
      signedIn: async ({ username }) => scene.steps.push(`calendar.signedIn ${username}`),
      signedOut: async () => scene.steps.push('calendar.signedOut'),
    },
    trouble,
    clock,
    log: async (code) => void scene.steps.push(`log ${code}`),
  });
  return { service, watched: watchSilentTokens(auth, trouble) };
}
