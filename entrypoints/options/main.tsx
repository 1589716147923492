import { type ComponentChildren, render } from 'preact';
import { browser } from 'wxt/browser';
import { Mark } from '../../components/icon.tsx';
import { Text, Words } from '../../components/words.tsx';
import { onChange } from '../../utils/adapters/browser/changes.ts';
import { config } from '../../utils/adapters/browser/config.ts';
import { createBrowserSay, uiLocale } from '../../utils/adapters/browser/i18n.ts';
import { taught } from '../../utils/adapters/browser/taught.ts';
import { keepReader } from '../../utils/adapters/idb/index.ts';
import type { Message } from '../../utils/model/words.ts';
import { load } from '../shared/load.ts';
import { createRetry } from '../shared/retry.ts';
import { Shortcut } from '../shared/shortcut.tsx';
import { Unreadable } from '../shared/unreadable.tsx';
import { BaselinesCard } from './baselines-card.tsx';
import { ConnectionCard } from './connection-card.tsx';
import { type Counts, KeptCard } from './kept-card.tsx';
import { TaughtCard } from './taught-card.tsx';
import { HostsCard } from './hosts-card.tsx';
import { NotesCard } from './notes-card.tsx';
import { NotifyCard } from './notify-card.tsx';
import { hiddenNotes } from './note-titles.ts';
import { PolicyCard } from './policy-card.tsx';
import { TroubleCard } from './trouble-card.tsx';

const reader = keepReader();

async function read() {
  const [stored, snapshots, book] = await Promise.all([
    load(reader(), Date.now()),
    reader().then((held) => held.snapshots()),
    taught.read(),
  ]);
  const counts: Counts = {
    events: stored.sync?.events ?? 0,
    runs: stored.runs.length,
    snapshots: snapshots.length,
    facts: Object.keys(stored.facts).length,
  };
  return { ...stored, taught: book, counts };
}

function Section({
  id,
  title,
  why,
  children,
}: {
  id: string;
  title: Message;
  why?: Message;
  children: ComponentChildren;
}) {
  return (
    <section aria-labelledby={id}>
      <div class="lead">
        <h2 id={id}>
          <Text of={title} />
        </h2>
        {why && (
          <p>
            <Text of={why} />
          </p>
        )}
      </div>
      {children}
    </section>
  );
}

const say = createBrowserSay();
document.documentElement.lang = uiLocale();
document.title = `Syncline – ${say({ key: 'options_title' })}`;

const languageName = new Intl.DisplayNames([uiLocale()], { type: 'language' }).of(uiLocale()) ?? uiLocale();

async function draw(root: HTMLElement): Promise<void> {
  const stored = await read().catch(() => null);
  retry(!stored);
  const { version } = browser.runtime.getManifest();
  const tenantId = stored?.facts['microsoft/account']?.value.tenantId;
  const connection = stored?.connection;
  render(
    <Words value={{ say, now: Date.now() }}>
      <header class="top">
        <Mark />
        <div>
          <h1>
            <Text of={{ key: 'options_title' }} />
          </h1>
          <p class="meta">
            <Text of={{ key: 'options_subtitle', params: { version } }} />
          </p>
        </div>
        <a class="btn" href="workbench.html">
          <Text of={{ key: 'options_workbench' }} />
        </a>
      </header>
      {!stored || !connection ? (
        <Unreadable />
      ) : (
        <>
          <Section
            id="connection"
            title={{ key: 'options_connection' }}
            why={{ key: 'options_connection_why' }}
          >
            <ConnectionCard connection={connection} {...(tenantId === undefined ? {} : { tenantId })} />
          </Section>
          <Section id="policy" title={{ key: 'policy_title' }} why={{ key: 'policy_why' }}>
            <PolicyCard connection={connection} baselines={stored.rules.baselines ?? []} at={Date.now()} />
          </Section>
          <Section id="notify" title={{ key: 'notify_title' }} why={{ key: 'notify_why' }}>
            <NotifyCard forbidden={stored.policy?.policy.notifications === false} />
          </Section>
          <Section id="hosts" title={{ key: 'policy_hosts' }} why={{ key: 'policy_hosts_why' }}>
            <HostsCard byPolicy={stored.policy?.policy.portalHosts ?? []} />
          </Section>
          <Section id="language" title={{ key: 'policy_language' }} why={{ key: 'policy_language_why' }}>
            <div class="card">
              <p class="in">
                <Text of={{ key: 'policy_language_now', params: { language: languageName } }} />
              </p>
            </div>
          </Section>
          <Section id="keys" title={{ key: 'help_shortcut_title' }}>
            <div class="card">
              <div class="in">
                <Shortcut />
              </div>
            </div>
          </Section>
          <Section id="notes" title={{ key: 'options_notes' }} why={{ key: 'options_notes_why' }}>
            <NotesCard hidden={hiddenNotes(stored, Date.now())} onShown={() => draw(root)} />
          </Section>
          <Section id="taught" title={{ key: 'teach_title' }} why={{ key: 'teach_why' }}>
            <TaughtCard book={stored.taught} />
          </Section>
          <Section
            id="baselines"
            title={{ key: 'baseline_options_title' }}
            why={{ key: 'baseline_options_why' }}
          >
            <BaselinesCard
              chosen={stored.rules.baselines ?? []}
              decided={stored.policy?.policy.baselines !== undefined}
              {...(stored.rules.ownBaseline ? { own: stored.rules.ownBaseline } : {})}
            />
          </Section>
          <Section id="report" title={{ key: 'report_trouble' }} why={{ key: 'report_trouble_why' }}>
            <TroubleCard stored={stored} snapshots={stored.counts.snapshots} />
          </Section>
          <Section id="kept" title={{ key: 'options_kept' }} why={{ key: 'options_kept_why' }}>
            <KeptCard counts={stored.counts} count={async () => (await read()).counts} />
          </Section>
        </>
      )}
    </Words>,
    root,
  );
}

const root = document.querySelector('main');
const retry = createRetry(() => root && void draw(root));
if (root) {
  const again = () => void draw(root);
  again();
  onChange(again);
  config.onChanged(again);
  // The first draw may have gone without the policy: see `connectionWithin`.
  void config.connection().then(again, again);
}
