import { isRead } from '../utils/model/entra.ts';
import { type JudgedApp, VERDICTS } from '../utils/model/entra-view.ts';
import { FOUND_BY, knownName, VERDICT_LOOK } from './entra-words.ts';
import { Icon } from './icon.tsx';
import { Text } from './words.tsx';

interface AppListProps {
  readonly apps: readonly JudgedApp[];
  /** Known ids this tenant does not have. */
  readonly absent: readonly string[];
  readonly chosen: string | null;
  readonly onChoose: (appId: string) => void;
  /** Ids an admin named; one that is not in the tenant can be taken back. */
  readonly named: readonly string[];
  readonly onTakeBack: (appId: string) => void;
}

/** The app's name: ours where its id is known, else its own. */
export function AppName({ appId, name }: { readonly appId: string; readonly name: string }) {
  const known = knownName(appId);
  return known ? <Text of={known} /> : <>{name}</>;
}

function Chips({ of: { app, counts, permissions } }: { readonly of: JudgedApp }) {
  const told = VERDICTS.filter((verdict) => verdict !== 'expected' && counts[verdict] > 0);
  const shown = told.length > 0 ? told : (['expected'] as const);
  if (permissions.length === 0) {
    const read = isRead(app.application) && isRead(app.delegated);
    return (
      <span class="chip none">
        <Icon name={read ? 'missing' : 'unknown'} />
        <Text of={{ key: read ? 'audit_nothing_held' : 'audit_could_not' }} />
      </span>
    );
  }
  return (
    <>
      {shown.map((verdict) => {
        const { tone, shape, word } = VERDICT_LOOK[verdict];
        return (
          <span key={verdict} class={`chip ${tone}`}>
            <Icon name={shape} />
            <Text of={{ key: 'audit_tally', params: { verdict: word, n: counts[verdict] } }} />
          </span>
        );
      })}
    </>
  );
}

/** Zoom's apps of the tenant, each with what is wrong in a word; the chosen one stands beside it. */
export function EntraAppList({ apps, absent, chosen, onChoose, named, onTakeBack }: AppListProps) {
  return (
    <ul class="applist">
      {apps.map((judged) => {
        const { appId, name, foundBy } = judged.app;
        const known = knownName(appId) !== null;
        return (
          <li key={appId}>
            <button
              type="button"
              aria-current={appId === chosen ? 'true' : undefined}
              onClick={() => onChoose(appId)}
            >
              <b>
                <AppName appId={appId} name={name} />
              </b>
              <span class="meta">{known ? <code>{appId}</code> : <Text of={FOUND_BY[foundBy]} />}</span>
              <span class="chips">
                <Chips of={judged} />
              </span>
            </button>
          </li>
        );
      })}
      {absent.map((appId) => (
        <li key={appId} class="absent">
          <b>
            {knownName(appId) ? (
              <AppName appId={appId} name={appId} />
            ) : (
              <Text of={named.includes(appId) ? FOUND_BY.chosen : FOUND_BY.policy} />
            )}
          </b>
          <span class="meta">
            <code>{appId}</code>
          </span>
          <span class="chips">
            <span class="chip none">
              <Icon name="missing" />
              <Text of={{ key: 'audit_absent' }} />
            </span>
          </span>
          {named.includes(appId) && (
            <button type="button" class="btn small plain" onClick={() => onTakeBack(appId)}>
              <Text of={{ key: 'audit_unchoose' }} />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
