import { useState } from 'preact/hooks';
import { Age } from '../../../components/age.tsx';
import { AuditStatus } from '../../../components/audit-status.tsx';
import { ConsentQuestions, ConsentSides, ConsentVerdict } from '../../../components/consent-card.tsx';
import { EwsCard } from '../../../components/ews-card.tsx';
import { Unread } from '../../../components/entra-app-card.tsx';
import { RunAudit } from '../../../components/run-audit.tsx';
import { Text, useReading } from '../../../components/words.tsx';
import { consentByAnswers, entraView } from '../../../utils/checks/index.ts';
import { isRead } from '../../../utils/model/entra.ts';
import { type RunState, runState } from '../../../utils/model/entra-run.ts';
import { isStale } from '../../../utils/model/facts.ts';
import type { Message } from '../../../utils/model/words.ts';
import { copy, told } from '../../shared/acts.ts';
import type { Stored } from '../../shared/load.ts';
import { approvalPage, copyAuditMessage, runAudit } from './entra-acts.ts';
import { EntraApps } from './entra-apps.tsx';
import type { Section } from './section.ts';

const stateOf = ({ facts, signInWindow }: Stored, now: number): RunState =>
  runState(facts['entra/run'], now, signInWindow);

/** As the reading under way does, or the last one did. */
function readsSignIns(stored: Stored, now: number): boolean {
  const run = stored.facts['entra/run']?.value;
  return run?.state === 'running' && stateOf(stored, now) === 'running'
    ? run.signIns === true
    : stored.facts['entra/last-use'] !== undefined;
}

function Run({ stored, first }: { readonly stored: Stored; readonly first: boolean }) {
  const { now } = useReading();
  return (
    <RunAudit
      first={first}
      running={stateOf(stored, now) === 'running'}
      signIns={readsSignIns(stored, now)}
      onRun={runAudit}
    />
  );
}

/** Whom Microsoft will ask, and what else comes of it: a sign-in here is a sign-in of the whole product. */
function AsWhom({ stored }: { readonly stored: Stored }) {
  const account = stored.facts['microsoft/account']?.value.username;
  return (
    <p>
      {account === undefined ? (
        <>
          <Text of={{ key: 'audit_hello_nobody' }} /> <Text of={{ key: 'audit_hello_apart' }} />
        </>
      ) : (
        <Text of={{ key: 'audit_hello_as', params: { account } }} />
      )}
    </p>
  );
}

/** Before the first reading: what it takes, as whom, and the button. */
function Hello({ stored }: { readonly stored: Stored }) {
  return (
    <section class="card hello" aria-labelledby="hello">
      <div class="in">
        <h2 id="hello">
          <Text of={{ key: 'audit_hello' }} />
        </h2>
        <p>
          <Text of={{ key: 'audit_hello_why' }} /> <Text of={{ key: 'audit_hello_sign_ins' }} />
        </p>
        {stored.connection.clientId === null ? (
          <p>
            <Text of={{ key: 'audit_no_client' }} />{' '}
            <a href="options.html">
              <Text of={{ key: 'popup_options' }} />
            </a>
          </p>
        ) : (
          <>
            <AsWhom stored={stored} />
            <Run stored={stored} first />
          </>
        )}
      </div>
    </section>
  );
}

function Content({ stored }: { readonly stored: Stored }) {
  const { now, say } = useReading();
  const [notice, setNotice] = useState<Message | null>(null);
  const { facts, connection, entraApps } = stored;
  const { cloud } = connection;
  const view = entraView(facts, now, { cloud, ...(entraApps ? { entraApps } : {}) });
  const apps = facts['entra/apps'];
  const consent = facts['entra/consent'];
  const state = stateOf(stored, now);
  // Past its limit it is nobody's answer: the two questions take its place.
  const fresh = consent && !isStale(consent, now) ? consent : undefined;
  const known = fresh && isRead(fresh.value) ? fresh.value.value : null;
  return (
    <>
      <AuditStatus
        run={facts['entra/run']?.value ?? null}
        cutOff={state === 'cut-off'}
        approval={approvalPage(stored)}
        onCopyAdmin={async () => setNotice(await copyAuditMessage(stored, say))}
      />
      <p class="notice" role="status">
        {notice && <Text of={notice} />}
      </p>
      {apps ? (
        <EntraApps fact={apps} view={view} stored={stored} running={state === 'running'} />
      ) : (
        <Hello stored={stored} />
      )}
      <div class="cols">
        <section class="card" aria-labelledby="consent">
          <header>
            <h2 id="consent">
              <Text of={{ key: known ? 'audit_consent' : 'audit_ask' }} />
            </h2>
            {known && fresh && (
              <span class="meta">
                <Age at={fresh.observedAt} within={{ key: 'audit_read' }} />
              </span>
            )}
          </header>
          <div class="in">
            {fresh && !isRead(fresh.value) && (
              <Unread what={{ key: 'audit_unread_consent' }} error={fresh.value.unread} />
            )}
            {known ? (
              <>
                <ConsentSides method={view.method} userConsent={known.userConsent} />
                <ConsentVerdict of={view.consent} />
              </>
            ) : (
              <ConsentQuestions method={view.method} judge={(answers) => consentByAnswers(answers, cloud)} />
            )}
          </div>
        </section>
        <EwsCard view={view.ews} onCopy={(value) => told(() => copy(value))} />
      </div>
    </>
  );
}

export const entra: Section = {
  id: 'apps',
  name: { key: 'audit_title' },
  icon: 'apps',
  sub: { key: 'audit_sub' },
  Content,
  Acts: ({ stored }) => (stored.facts['entra/apps'] ? <Run stored={stored} first={false} /> : null),
};
