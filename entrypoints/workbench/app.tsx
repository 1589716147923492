import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon, Mark } from '../../components/icon.tsx';
import { PolicyNotice } from '../../components/policy-notice.tsx';
import { StateHeader } from '../../components/state-header.tsx';
import { Text, useReading } from '../../components/words.tsx';
import type { HealthActionId } from '../../utils/model/health.ts';
import type { Message } from '../../utils/model/words.ts';
import { act } from '../shared/acts.ts';
import type { Judged } from '../shared/judged.ts';
import type { Stored } from '../shared/load.ts';
import { SECTIONS } from './sections.ts';
import type { Section } from './sections/section.ts';

/** A mail address breaks after its sign, not in a word. */
function Address({ of }: { readonly of: string }) {
  const at = of.indexOf('@') + 1;
  return (
    <>
      {of.slice(0, at)}
      <wbr />
      {of.slice(at)}
    </>
  );
}

/** The workbench: health, and what was seen, a section at a time. */
export function App({ section, stored, judged }: { section: Section; stored: Stored; judged: Judged }) {
  const { id, Acts, Content } = section;
  const { say } = useReading();
  const [busy, setBusy] = useState<HealthActionId | null>(null);
  const [notice, setNotice] = useState<Message | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const before = useRef(id);
  const account = stored.facts['microsoft/account']?.value.username;

  useEffect(() => {
    // A new section is a new page to those who hear it; the first one is where the browser has put them.
    if (before.current !== id) title.current?.focus();
    before.current = id;
  }, [id]);

  const onAct = async (action: HealthActionId) => {
    setBusy(action);
    setNotice(null);
    setNotice(await act(action, stored, judged.view.code, say));
    setBusy(null);
  };

  return (
    <>
      <nav class="rail" aria-label={say({ key: 'workbench_title' })}>
        <p class="brand">
          <Mark />
          <b>Syncline</b>
        </p>
        <ul>
          {SECTIONS.map(({ id: each, name, icon }) => (
            <li key={each}>
              <a href={`#${each}`} aria-current={each === id ? 'page' : undefined}>
                <Icon name={icon} />
                <Text of={name} />
              </a>
            </li>
          ))}
        </ul>
        <div class="who">
          <p>{account ? <Address of={account} /> : <Text of={{ key: 'popup_not_signed_in' }} />}</p>
          <p>
            <a href="options.html">
              <Text of={{ key: 'popup_options' }} />
            </a>
          </p>
        </div>
      </nav>
      <main>
        <header class="head">
          <div>
            <h1 ref={title} tabIndex={-1}>
              <Text of={section.name} />
            </h1>
            {section.sub && (
              <p class="meta">
                <Text of={section.sub} />
              </p>
            )}
          </div>
          {Acts && (
            <div class="acts">
              <Acts stored={stored} judged={judged} />
            </div>
          )}
        </header>
        {id === 'overview' && <StateHeader view={judged.view} heading="h2" busy={busy} onAct={onAct} />}
        {stored.connection.policyUnread && <PolicyNotice />}
        <p class="notice" role="status">
          {notice && <Text of={notice} />}
        </p>
        <Content key={id} stored={stored} judged={judged} />
      </main>
    </>
  );
}
