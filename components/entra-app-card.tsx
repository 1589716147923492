import type { ComponentChildren } from 'preact';
import type { ErrorInfo } from '../utils/core/errors.ts';
import { isRead } from '../utils/model/entra.ts';
import { type ExpectationList, type JudgedApp, VERDICTS } from '../utils/model/entra-view.ts';
import { errorWords } from '../utils/model/error-words.ts';
import type { Message } from '../utils/model/words.ts';
import { Age } from './age.tsx';
import { AppName } from './entra-app-list.tsx';
import { switchWords, VERDICT_LOOK } from './entra-words.ts';
import { Icon } from './icon.tsx';
import { PermissionTable } from './permission-table.tsx';
import { Text } from './words.tsx';

/** A part that Entra did not give: what, why, and the raw code to copy. */
export function Unread({ what, error }: { readonly what: Message; readonly error: ErrorInfo }) {
  return (
    <p class="unread none">
      <span class="word">
        <Icon name="unknown" />
        <Text of={what} />
      </span>{' '}
      <Text of={errorWords(error).sentence} /> <code>{error.raw ?? error.code}</code>
    </p>
  );
}

function Property({ name, children }: { readonly name: Message; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>
        <Text of={name} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function comparedWith(list: ExpectationList): Message {
  if (list.kind === 'policy') return { key: 'audit_compared_policy' };
  const params = { version: list.version, date: { at: Date.parse(list.of), style: 'date' } as const };
  const key = {
    personal: 'audit_compared_personal',
    rooms: 'audit_compared_rooms',
    other: 'audit_compared_other',
  } as const;
  return { key: key[list.kind], params };
}

interface AppCardProps {
  readonly judged: JudgedApp;
  /** ms since the epoch */
  readonly readAt: number;
  readonly old: boolean;
  /** How long an answer counts, hours. */
  readonly goodFor: number;
  /** When it last signed in, in words; absent: not asked. */
  readonly lastUse?: Message;
  readonly children?: ComponentChildren;
}

/** One app: who stands behind it, what it holds against what it needs, and where that is repaired. */
export function EntraAppCard({ judged, readAt, old, goodFor, lastUse, children }: AppCardProps) {
  const { app, counts, permissions, list, maybeScoped, href } = judged;
  const { signIn, assignment } = switchWords(app);
  return (
    <div>
      <section class="card wide" aria-labelledby="app">
        <header>
          <h2 id="app">
            <AppName appId={app.appId} name={app.name} />
          </h2>
          <span class="meta">
            <Age at={readAt} old={old} within={{ key: 'audit_read' }} />
            {' · '}
            <Text of={{ key: 'audit_good_for', params: { hours: goodFor } }} />
          </span>
        </header>
        <dl class="props">
          <Property name={{ key: 'audit_publisher' }}>
            <Icon
              name={app.publisher === null ? 'unknown' : 'good'}
              class={app.publisher === null ? 'none' : 'good'}
            />
            {app.publisher ?? <Text of={{ key: 'audit_not_verified' }} />}
          </Property>
          <Property name={{ key: 'audit_sign_in' }}>
            <Text of={signIn} />
          </Property>
          <Property name={{ key: 'audit_assignment' }}>
            <Text of={assignment} />
          </Property>
          {lastUse && (
            <Property name={{ key: 'audit_last_use' }}>
              <Text of={lastUse} />
            </Property>
          )}
        </dl>
        <p class="tally">
          {VERDICTS.map((verdict) => {
            const { tone, shape, word } = VERDICT_LOOK[verdict];
            return (
              <span key={verdict} class={counts[verdict] === 0 ? 'word zero' : `${tone} word`}>
                <Icon name={shape} />
                <Text of={{ key: 'audit_tally', params: { verdict: word, n: counts[verdict] } }} />
              </span>
            );
          })}
        </p>
        {!isRead(app.application) && (
          <Unread what={{ key: 'audit_unread_application' }} error={app.application.unread} />
        )}
        {!isRead(app.delegated) && (
          <Unread what={{ key: 'audit_unread_delegated' }} error={app.delegated.unread} />
        )}
        {permissions.length > 0 && <PermissionTable permissions={permissions} href={href} />}
      </section>
      <p class="meta under">
        <Text of={comparedWith(list)} />
        {maybeScoped && (
          <>
            {' '}
            <Text of={{ key: 'audit_rbac' }} />
          </>
        )}
        {app.more && (
          <>
            {' '}
            <Text of={{ key: 'audit_more' }} />
          </>
        )}
      </p>
      {children}
    </div>
  );
}
