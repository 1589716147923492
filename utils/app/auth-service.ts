import { DAY } from '../core/clock.ts';
import type { ErrorInfo } from '../core/errors.ts';
import { toErrorInfo } from '../core/errors.ts';
import type { CloudId } from '../model/clouds.ts';
import type { FactKey } from '../model/facts.ts';
import type { SignInResult } from '../model/messages.ts';
import type { AuthPort, Clock, FactStore, GraphPort, LogPort } from '../model/ports.ts';
import { SCOPES } from '../model/scopes.ts';
import type { Step, Trouble } from './auth-trouble.ts';
import { createTurns } from './in-turn.ts';
import { createSignals } from './signals.ts';

const ACCOUNT_GOOD_FOR = 365 * DAY;
const MICROSOFT_FACTS: readonly FactKey[] = [
  'microsoft/account',
  'microsoft/person',
  'microsoft/sessions',
  'microsoft/trouble',
  'calendar/contents',
  'entra/apps',
  'entra/consent',
  'entra/last-use',
  'entra/run',
  'entra/choice',
];

type Account = NonNullable<Awaited<ReturnType<AuthPort['account']>>>;

/** The sync's side of a sign-in: `signedOut` also throws the stored calendar away. */
export interface CalendarSide {
  signedIn(account: Account): Promise<unknown>;
  signedOut(): Promise<unknown>;
}

export interface AuthServiceOptions {
  readonly auth: AuthPort;
  readonly graph: GraphPort;
  /** Microsoft cloud of the account. */
  readonly cloud: () => Promise<CloudId>;
  readonly facts: FactStore;
  readonly calendar: CalendarSide;
  readonly trouble: Trouble;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: LogPort;
}

export interface AuthService {
  /** Step one of consent: who you are (`User.Read`). Opens Microsoft's window unless a silent renewal will do. */
  signIn(): Promise<SignInResult>;
  /** Step one for somebody else: Microsoft asks which account. Another one finds nothing of the one before. */
  chooseAccount(): Promise<SignInResult>;
  /** Step two: reading the calendar (`Calendars.ReadBasic`), with its own question. */
  grantCalendar(): Promise<SignInResult>;
  /** An admin's scopes, for the audit. A refusal is the audit's to tell: it says nothing of the person's own connection. */
  grantAudit(scopes: readonly string[]): Promise<SignInResult>;
  /** Forgets tokens, account and everything that came from Microsoft. */
  signOut(): Promise<void>;
  /** How often somebody was signed out, a deletion included: what was begun before the last time is written no more. */
  departures(): number;
  /**
   * At the browser's start and after a changed registration: ends a sign-out that was cut short or has become necessary, and
   * looks whether an admin has approved meanwhile what the calendar's step was refused.
   */
  settle(): Promise<void>;
  /** Another app registration: what was refused to the old one says nothing of the new one. */
  registrationChanged(): Promise<void>;
  /** Reads the person's dates again when the last reading is an hour old; a passing failure leaves them as they are. */
  refreshSignals(): Promise<void>;
}

export function createAuthService(options: AuthServiceOptions): AuthService {
  const { auth, facts, calendar, trouble, clock, log } = options;
  const signals = createSignals(options);
  const inTurn = createTurns();
  let departures = 0;

  async function wipe(): Promise<void> {
    await calendar.signedOut();
    await facts.remove(MICROSOFT_FACTS);
  }

  /** An answer for another account than before: what was stored is somebody else's. */
  async function adopt(before: Account | null): Promise<Account | null> {
    const account = await auth.account();
    if (!account) return null;
    const stored = (await facts.book())['microsoft/account']?.value;
    const changed = before
      ? before.id !== account.id
      : stored !== undefined && stored.username !== account.username;
    if (changed) await wipe();
    await facts.put('microsoft/account', {
      value: { username: account.username, tenantId: account.tenantId },
      source: 'microsoft-entra',
      observedAt: clock.now(),
      goodFor: ACCOUNT_GOOD_FOR,
    });
    return account;
  }

  /** After the first step the calendar may be open already: consent given earlier, or by an admin for everybody. */
  async function startCalendarIfGranted(account: Account): Promise<void> {
    try {
      await auth.token(SCOPES.calendar, { interactive: false });
    } catch (error) {
      await log(`calendar/${toErrorInfo(error).code}`);
      return;
    }
    await trouble.clear('calendar');
    await calendar.signedIn(account);
  }

  async function attempt(
    step: Exclude<Step, 'silent'> | 'audit',
    scopes: readonly string[],
    after: (account: Account) => Promise<void>,
    more: { readonly choose?: true } = {},
  ): Promise<SignInResult> {
    const begun = departures;
    const fail = async (error: ErrorInfo): Promise<SignInResult> => {
      await log(`${step}/${error.code}`);
      // Whoever signed out while the window stood open has no trouble with it.
      if (begun === departures && step !== 'audit') await trouble.note(step, error);
      return { ok: false, error };
    };
    try {
      const before = await auth.account();
      // Whoever is asked to sign in again holds a token that may still look good here: Microsoft is asked, not the cache.
      const again = before && step === 'sign-in' && !more.choose ? { refresh: true as const } : {};
      await auth.token(scopes, { interactive: true, ...again, ...more });
      const account = await adopt(before);
      if (!account) return await fail({ code: 'sign-in-needed', who: 'person' });
      await trouble.clear(step === 'calendar' ? 'calendar' : 'sign-in');
      await after(account);
      return { ok: true, username: account.username };
    } catch (error) {
      return await fail(toErrorInfo(error));
    }
  }

  // Not in turn: it must work while a sign-in window stands open.
  async function signOut(): Promise<void> {
    departures += 1;
    await auth.signOut();
    await wipe();
  }

  async function settle(): Promise<void> {
    const account = await auth.account();
    const book = await facts.book();
    if (!account && book['microsoft/account']) await signOut();
    if (account && book['microsoft/trouble']?.value.step === 'calendar')
      await inTurn(() => startCalendarIfGranted(account));
  }

  const signIn = (more?: { readonly choose: true }) =>
    inTurn(() =>
      attempt(
        'sign-in',
        SCOPES.person,
        async (account) => {
          await signals.read();
          await startCalendarIfGranted(account);
        },
        more,
      ),
    );

  return {
    signIn: () => signIn(),
    chooseAccount: () => signIn({ choose: true }),
    grantCalendar: () =>
      inTurn(() =>
        attempt('calendar', SCOPES.calendar, async (account) => {
          await calendar.signedIn(account);
        }),
      ),
    grantAudit: (scopes) => inTurn(() => attempt('audit', scopes, () => Promise.resolve())),
    signOut,
    departures: () => departures,
    settle,
    async registrationChanged() {
      await settle();
      if (!(await auth.account())) await facts.remove(['microsoft/trouble']);
    },
    async refreshSignals() {
      if (await signals.isDue()) await inTurn(() => signals.read());
    },
  };
}
