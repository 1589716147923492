import type { TestRow } from '../../components/test-list.tsx';
import { type ErrorInfo, toErrorInfo } from '../../utils/core/errors.ts';
import type { CloudId } from '../../utils/model/clouds.ts';
import { CLOUDS } from '../../utils/model/clouds.ts';
import { isClientId } from '../../utils/model/connection.ts';
import { errorWords } from '../../utils/model/error-words.ts';
import type { SignInTroubleFact } from '../../utils/model/facts.ts';
import type { ConnectionConfig, SignInResult } from '../../utils/model/messages.ts';
import type { Message } from '../../utils/model/words.ts';

/** What a sign-in has left behind, as stored. */
export interface Left {
  /** When `/me` was last read, ms since the epoch; absent: never. */
  readonly personAt?: number;
  readonly trouble?: SignInTroubleFact;
  readonly calendarOpen: boolean;
  /** Code of the last reading of `/me` that failed since the moment asked about. */
  readonly personCode?: string;
}

export interface TestParts {
  readonly now: () => number;
  readonly connection: () => Promise<ConnectionConfig>;
  readonly mayReach: (cloud: CloudId) => Promise<boolean>;
  /** Rejects with a `SynclineError`. */
  readonly findTenant: (cloud: CloudId, tenant: string) => Promise<void>;
  /** Silent where that will do, else with Microsoft's window: a person pressed the button. */
  readonly signIn: () => Promise<SignInResult>;
  readonly left: (since: number) => Promise<Left>;
}

type Ended = Omit<TestRow, 'name'> & { readonly state: 'pass' | 'fail' | 'later' };
const pass = (detail: Message): Ended => ({ state: 'pass', detail });

/** Codes Entra shows in its window without ever sending them back (microsoft.md C.5). */
const SHOWN_ONLY = ['50011', '700016', '50194', '50105', '53003', '90094'].map((number) => `AADSTS${number}`);

function refused(info: ErrorInfo): Ended {
  const { sentence } = errorWords(info);
  const more = SHOWN_ONLY.map((code) => ({ code, sentence: errorWords({ code, who: 'blocked' }).sentence }));
  return {
    state: 'fail',
    detail: sentence,
    code: info.code,
    ...(info.code === 'sign-in-cancelled' ? { more } : {}),
  };
}

const failed = (error: unknown): Ended => refused(toErrorInfo(error));

const NAMES: readonly Message[] = [
  { key: 'options_test_policy' },
  { key: 'options_client_id' },
  { key: 'options_test_hosts' },
  { key: 'options_test_tenant' },
  { key: 'options_test_sign_in' },
  { key: 'options_test_me' },
  { key: 'options_test_calendar' },
];

function steps(parts: TestParts): readonly (() => Promise<Ended>)[] {
  const begun = parts.now();
  const left = () => parts.left(begun);
  return [
    async () => {
      const { source } = await parts.connection();
      const fields = Object.entries(source).flatMap(([field, from]) => (from === 'policy' ? [field] : []));
      return pass(
        fields.length === 0
          ? { key: 'options_test_policy_none' }
          : { key: 'options_test_policy_some', params: { fields: fields.join(', ') } },
      );
    },
    async () => {
      const { clientId } = await parts.connection();
      if (clientId === null) return refused({ code: 'no-client-id', who: 'person' });
      return isClientId(clientId)
        ? pass({ key: 'options_test_client', params: { id: clientId } })
        : { state: 'fail', detail: { key: 'options_bad_client_id' } };
    },
    async () => {
      const { cloud } = await parts.connection();
      const { signIn, graph } = CLOUDS[cloud];
      return (await parts.mayReach(cloud))
        ? pass({ key: 'options_cloud_hosts', params: { sign_in: signIn, graph } })
        : { state: 'fail', detail: { key: 'options_host_missing', params: { host: graph } } };
    },
    async () => {
      const { cloud, tenant } = await parts.connection();
      await parts.findTenant(cloud, tenant);
      return pass({ key: 'options_test_tenant_found', params: { tenant, host: CLOUDS[cloud].signIn } });
    },
    async () => {
      const result = await parts.signIn();
      if (result.ok) return pass({ key: 'options_test_signed_in', params: { name: result.username } });
      // The step before reached this host: a token request of the wrong redirect type is refused without CORS, unreadably.
      return result.error.code === 'offline'
        ? { state: 'fail', detail: { key: 'options_test_unread' } }
        : refused(result.error);
    },
    async () => {
      const { personAt = -Infinity, personCode } = await left();
      if (personAt >= begun) return pass({ key: 'options_test_me_read' });
      return {
        state: 'fail',
        detail: { key: 'options_test_me_silent' },
        ...(personCode === undefined ? {} : { code: personCode }),
      };
    },
    async () => {
      const { calendarOpen, trouble } = await left();
      if (trouble?.step === 'calendar' || trouble?.step === 'silent') return refused(trouble.error);
      return calendarOpen
        ? pass({ key: 'options_test_calendar_open' })
        : { state: 'later', detail: { key: 'options_test_calendar_not' } };
    },
  ];
}

/** The list before anything has run. */
export const notRun: readonly TestRow[] = NAMES.map((name) => ({ name, state: 'waiting' }));

/**
 * Tries the connection in force, step by step, and stops at the first that fails. Never rejects. It keeps nothing of its own;
 * its sign-in is the popup's and leaves what that leaves.
 *
 * @param show given the whole list at every turn
 */
export async function runTest(parts: TestParts, show: (rows: readonly TestRow[]) => void): Promise<void> {
  let rows = notRun;
  const put = (at: number, row: Omit<TestRow, 'name'>) => {
    rows = rows.map((old, index) => (index === at ? { name: old.name, ...row } : old));
    show(rows);
  };
  for (const [index, step] of steps(parts).entries()) {
    put(index, { state: 'busy' });
    const ended = await step().catch(failed);
    put(index, ended);
    if (ended.state === 'fail') return;
  }
}
