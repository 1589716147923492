import { useState } from 'preact/hooks';
import { EntraAppCard, Unread } from '../../../components/entra-app-card.tsx';
import { EntraAppList } from '../../../components/entra-app-list.tsx';
import { EntraAddApp, EntraLeftOut } from '../../../components/entra-left-out.tsx';
import { Text, useReading } from '../../../components/words.tsx';
import { lastUseOf } from '../../../utils/checks/index.ts';
import { ageOf } from '../../../utils/core/age.ts';
import { DAY, HOUR } from '../../../utils/core/clock.ts';
import { isClientId } from '../../../utils/model/connection.ts';
import type { EntraAppsFact, EntraUseFact } from '../../../utils/model/entra.ts';
import { isRead } from '../../../utils/model/entra.ts';
import type { EntraView, JudgedApp } from '../../../utils/model/entra-view.ts';
import type { Fact } from '../../../utils/model/facts.ts';
import { isStale } from '../../../utils/model/facts.ts';
import type { Message } from '../../../utils/model/words.ts';
import type { Stored } from '../../shared/load.ts';
import { chooseApp } from './entra-acts.ts';

/** When the app last signed in, in words; undefined when nobody asked. */
function useWords(appId: string, fact: EntraUseFact | undefined, now: number): Message | undefined {
  const use = fact?.apps.find((app) => app.appId === appId)?.use;
  if (!fact || use === undefined) return undefined;
  if (use === 'not-licensed') return { key: 'audit_use_not_licensed' };
  if (!isRead(use)) return { key: 'audit_could_not' };
  const { success, refusal } = lastUseOf(use.value);
  if (refusal)
    return {
      key: 'audit_use_refused',
      params: { age: ageOf(refusal.at, now), code: `AADSTS${refusal.code}` },
    };
  return success === null
    ? { key: 'audit_use_none', params: { days: Math.round(fact.span / DAY) } }
    : ageOf(success, now);
}

function None() {
  return (
    <section class="card" aria-labelledby="none">
      <div class="in">
        <h2 id="none">
          <Text of={{ key: 'audit_none' }} />
        </h2>
        <p>
          <Text of={{ key: 'audit_none_why' }} />
        </p>
      </div>
    </section>
  );
}

/** What an admin may add to what was found: only a word of theirs tells which app carries personal calendars. */
function ownWord({ app, list }: JudgedApp): Message | null {
  if (app.foundBy === 'chosen') return { key: 'audit_unchoose' };
  return list.kind === 'other' ? { key: 'audit_is_personal' } : null;
}

interface EntraAppsProps {
  readonly fact: Fact<EntraAppsFact>;
  readonly view: EntraView;
  readonly stored: Stored;
  /** A reading is under way: what is chosen now is read after it. */
  readonly running: boolean;
}

/** Zoom's apps on the left, the chosen one in full beside them. */
export function EntraApps({ fact, view, stored, running }: EntraAppsProps) {
  const { now, say } = useReading();
  const [wanted, setWanted] = useState<string | null>(null);
  const [kept, setKept] = useState(false);
  const { found } = fact.value;
  if (!isRead(found))
    return (
      <section class="card">
        <div class="in">
          <Unread what={{ key: 'check_entra_unread' }} error={found.unread} />
        </div>
      </section>
    );
  const judged = view.apps.find(({ app }) => app.appId === wanted) ?? view.apps[0];
  const use = stored.facts['entra/last-use'];
  const lastUse = judged && useWords(judged.app.appId, use?.value, now);
  const word = judged ? ownWord(judged) : null;
  const choose = async (appId: string, chosen: boolean) => {
    setKept(running);
    const told = await chooseApp(appId, chosen);
    setKept(false);
    return told;
  };
  return (
    <div class={isStale(fact, now) ? 'apps old' : 'apps'}>
      <p class="meta kept" role="status">
        {kept && <Text of={{ key: 'audit_kept' }} />}
      </p>
      <section class="card side" aria-label={say({ key: 'audit_list' })}>
        <EntraAppList
          apps={view.apps}
          absent={found.value.absent}
          chosen={judged?.app.appId ?? null}
          onChoose={setWanted}
          named={stored.facts['entra/choice']?.value.appIds ?? []}
          onTakeBack={(appId) => void choose(appId, false)}
        />
        {found.value.lookAlikes.length > 0 && (
          <EntraLeftOut apps={found.value.lookAlikes} onChoose={(appId) => choose(appId, true)} />
        )}
        <EntraAddApp fits={isClientId} onAdd={(appId) => choose(appId.toLowerCase(), true)} />
      </section>
      {judged ? (
        <EntraAppCard
          judged={judged}
          readAt={fact.observedAt}
          old={isStale(fact, now)}
          goodFor={Math.round(fact.goodFor / HOUR)}
          {...(lastUse ? { lastUse } : {})}
        >
          {word !== null && (
            <p class="under">
              <button
                type="button"
                class="btn small plain"
                onClick={() => void choose(judged.app.appId, judged.app.foundBy !== 'chosen')}
              >
                <Text of={word} />
              </button>
            </p>
          )}
        </EntraAppCard>
      ) : (
        <None />
      )}
    </div>
  );
}
