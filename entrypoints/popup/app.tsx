import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { FactList } from '../../components/fact-list.tsx';
import { Findings } from '../../components/findings.tsx';
import { Hello } from '../../components/hello.tsx';
import { Icon } from '../../components/icon.tsx';
import { LaterToday } from '../../components/later-today.tsx';
import { Menu } from '../../components/menu.tsx';
import { NextMeeting } from '../../components/next-meeting.tsx';
import { PageNotice } from '../../components/page-notice.tsx';
import { PolicyNotice } from '../../components/policy-notice.tsx';
import { PopupFooter } from '../../components/popup-footer.tsx';
import { TaughtDropped } from '../../components/taught-dropped.tsx';
import { StateHeader } from '../../components/state-header.tsx';
import { Steps } from '../../components/steps.tsx';
import { SyncHistory } from '../../components/sync-history.tsx';
import { TopBar } from '../../components/top-bar.tsx';
import { WindowNotice } from '../../components/window-notice.tsx';
import { Text, useReading } from '../../components/words.tsx';
import type { GuideKind } from '../../utils/model/guide.ts';
import type { HealthActionId } from '../../utils/model/health.ts';
import { act, copy, openProfile, openTab, send, told, type Told } from '../shared/acts.ts';
import type { Judged } from '../shared/judged.ts';
import type { Stored } from '../shared/load.ts';
import { partlyRead } from '../shared/partly-read.ts';
import { type MenuId, menuItems } from './menu-items.ts';

const LINKS = { workbench: 'workbench.html', options: 'options.html', help: 'workbench.html#help' };

/** Apart from the popup's first script: few people ever need it. */
const teaching = () => import('../shared/teach.ts');
const text = () => import('../shared/text.ts');

/** The popup, drawn from what is stored; every act ends in the store or in one sentence. */
export function App({ stored, judged }: { readonly stored: Stored; readonly judged: Judged }) {
  const { say, now } = useReading();
  const [busy, setBusy] = useState<HealthActionId | null>(null);
  const [notice, setNotice] = useState<Told>(null);
  const { view, history, findings, meetings, settingsRead } = judged;
  const [guidable, setGuidable] = useState(false);
  const { facts } = stored;
  const first = view.state === 'first-run';
  const next = meetings[0];
  const signedIn = facts['microsoft/account'] !== undefined;

  useLayoutEffect(() => {
    document.querySelector<HTMLElement>('h1')?.focus();
  }, [first]);

  // Nobody waits for it: the menu is opened later, and few ever start a guide.
  useEffect(() => {
    void import('../shared/guide.ts').then(async ({ canGuide }) => setGuidable(await canGuide()));
  }, []);

  const onAct = async (id: HealthActionId) => {
    setBusy(id);
    setNotice(null);
    setNotice(await act(id, stored, view.code, say));
    setBusy(null);
  };
  const onGuide = async (kind: GuideKind) => {
    const result = await told(async () => (await import('../shared/guide.ts')).startGuide(kind, facts));
    setNotice(result);
    // The page has the keyboard now.
    if (!result) close();
  };
  const onMenu: Record<MenuId, () => Promise<void>> = {
    'sync-now': () => onAct('sync-now'),
    'guide-test': () => onGuide('test'),
    'guide-setup': () => onGuide('setup'),
    'choose-account': () => onAct('choose-account'),
    'open-profile': async () => setNotice(await told(openProfile)),
    'copy-state': async () =>
      setNotice(await told(async () => copy((await text()).stateAsText(view, history, say, now)))),
    'show-notes': async () => {
      setNotice(await told(async () => (await send('notes/show-all'), { key: 'popup_notes_back' })));
    },
    'sign-out': async () => {
      setNotice(await told(async () => (await send('auth/sign-out'), { key: 'popup_signed_out' })));
    },
  };
  const partly = partlyRead(facts, now);
  const onCopyOutline = async () => setNotice(await told(async () => (await teaching()).copyOutline()));
  const onTeach = async () => {
    const why = await told(async () => (await teaching()).teachOnPage());
    if (why) setNotice(why);
    // The questions are on the page now; the popup is in their way.
    else window.close();
  };
  const onDismiss = async () => {
    setNotice(await told(async () => (await send('taught/change', { dismiss: true }), null)));
  };
  const resting = view.state === 'working' || view.state === 'waiting' || busy === 'sync-now';

  return (
    <>
      {!first && (
        <TopBar account={facts['microsoft/account']?.value.username ?? null}>
          {signedIn && (
            <button
              type="button"
              class="iconbtn"
              aria-label={say({ key: 'popup_sync_now' })}
              title={say({ key: 'popup_sync_now' })}
              aria-disabled={resting ? 'true' : undefined}
              onClick={() => !resting && onAct('sync-now')}
            >
              <Icon name="sync" class={busy === 'sync-now' ? 'turning' : ''} />
            </button>
          )}
          <Menu
            label={{ key: 'popup_more' }}
            items={menuItems(stored, guidable)}
            onChoose={(id) => onMenu[id as MenuId]()}
          />
        </TopBar>
      )}
      {!first && <StateHeader view={view} busy={busy} onAct={onAct} />}
      <p class="notice" role="status">
        {notice && <Text of={notice} />}
      </p>
      <div class="scroll">
        {stored.connection.policyUnread && <PolicyNotice />}
        {first && <Hello view={view} busy={busy} onAct={onAct} />}
        {stored.signInWindow && busy === null && <WindowNotice state={stored.signInWindow} />}
        {view.unfamiliarAt !== null && (
          <PageNotice seenAt={view.unfamiliarAt} onCopy={onCopyOutline} onTeach={onTeach} />
        )}
        {view.unfamiliarAt === null && partly && (
          <PageNotice seenAt={partly.seenAt} canary={partly} onCopy={onCopyOutline} onTeach={onTeach} />
        )}
        {stored.dropped.length > 0 && <TaughtDropped dropped={stored.dropped} onDismiss={onDismiss} />}
        {next && (
          <NextMeeting {...next} main={view.action === null} asOf={view.calendarAsOf} onJoin={openTab} />
        )}
        <LaterToday meetings={meetings.slice(1)} most={3} onJoin={openTab} />
        {!next && facts['calendar/contents'] && view.calendarAsOf === null && (
          <p class="empty meta">
            <Text of={{ key: 'popup_no_meeting' }} />
          </p>
        )}
        {view.steps.length > 0 && <Steps steps={view.steps} />}
        {(findings.length > 0 || (view.state === 'healthy' && settingsRead)) && (
          <Findings
            heading={{ key: signedIn ? 'popup_to_look_at' : 'popup_portal_told' }}
            findings={findings}
            most={3}
            all={LINKS.workbench}
          />
        )}
        {!first && <FactList facts={view.facts} />}
        {history && <SyncHistory {...history} />}
      </div>
      {!navigator.onLine && (
        <p class="offline meta">
          <Text of={{ key: 'popup_offline' }} />
        </p>
      )}
      <PopupFooter {...LINKS} />
    </>
  );
}
