import { useState } from 'preact/hooks';
import { Icon } from '../../../components/icon.tsx';
import { Segmented } from '../../../components/segmented.tsx';
import { type MatrixColumn, SettingsMatrix } from '../../../components/settings-matrix.tsx';
import { Text, useReading } from '../../../components/words.tsx';
import { DAY } from '../../../utils/core/clock.ts';
import { type FactBook, isStale } from '../../../utils/model/facts.ts';
import type { SettingsPage, Timeline } from '../../../utils/model/snapshots.ts';
import type { Message } from '../../../utils/model/words.ts';
import { timelines } from '../../../utils/report/index.ts';
import { SettingsHistory } from '../settings-history.tsx';
import { useSnapshots } from '../store.ts';
import type { Section } from './section.ts';

const LEVELS: Readonly<
  Record<SettingsPage, { fact: 'portal/account' | 'portal/group' | 'portal/user'; name: Message }>
> = {
  'account-settings': { fact: 'portal/account', name: { key: 'workbench_level_account' } },
  'group-settings': { fact: 'portal/group', name: { key: 'workbench_level_group' } },
  'user-settings': { fact: 'portal/user', name: { key: 'workbench_level_user' } },
};

/** As of a settings fact: a look that nobody has repeated for so long is old. */
const GOOD_FOR = 7 * DAY;

/** Group of a scope, and its host where more than one was seen. */
function whichOf(scope: string | undefined, hosts: number): string | undefined {
  const [host, group] = (scope ?? '').split('/');
  return [...(hosts > 1 && host ? [host] : []), ...(group ? [group] : [])].join(' / ') || undefined;
}

function columnsOf(lines: readonly Timeline[], facts: FactBook, now: number): MatrixColumn[] {
  const hosts = new Set(lines.map(({ scope }) => scope?.split('/')[0])).size;
  return (Object.keys(LEVELS) as SettingsPage[]).flatMap((page): MatrixColumn[] => {
    const { name, fact: key } = LEVELS[page];
    const own = lines.filter((line) => line.page === page);
    if (own.length === 0) return [{ id: page, name, seen: null }];
    return own.flatMap(({ scope, sightings }) => {
      const last = sightings.at(-1);
      if (!last) return [];
      const fact = facts[key];
      const stale = fact?.value.scope === scope && fact ? isStale(fact, now) : now - last.seenAt > GOOD_FOR;
      const which = whichOf(scope, hosts);
      return [
        {
          id: `${page} ${scope ?? ''}`,
          name,
          ...(which === undefined ? {} : { which }),
          seen: { at: last.seenAt, stale, settings: last.settings },
        },
      ];
    });
  });
}

export const settings: Section = {
  id: 'settings',
  name: { key: 'workbench_settings' },
  icon: 'lock',
  sub: { key: 'workbench_settings_sub' },
  Acts: () => (
    <a class="btn" href="#evidence">
      <Icon name="save" />
      <Text of={{ key: 'report_evidence' }} />
    </a>
  ),
  Content: ({ stored }) => {
    const { now, say } = useReading();
    const [shown, setShown] = useState<'all' | 'differences'>('all');
    const snapshots = useSnapshots(stored);
    const lines = timelines(Array.isArray(snapshots) ? snapshots : [], stored.facts);
    return (
      <>
        <Segmented
          name="shown"
          label={{ key: 'report_show' }}
          options={[
            ['all', { key: 'report_all' }],
            ['differences', { key: 'report_only_differences' }],
          ]}
          value={shown}
          onChange={setShown}
        />
        <section class="card wide" tabIndex={0} aria-label={say({ key: 'workbench_settings' })}>
          <SettingsMatrix
            columns={columnsOf(lines, stored.facts, now)}
            onlyDifferences={shown === 'differences'}
          />
        </section>
        <p class="meta">
          – <Text of={{ key: 'report_legend_none' }} />
        </p>
        {snapshots === 'failed' ? (
          <p class="card prose">
            <Text of={{ key: 'popup_store_unreadable' }} />
          </p>
        ) : (
          snapshots && <SettingsHistory lines={lines} />
        )}
      </>
    );
  },
};
