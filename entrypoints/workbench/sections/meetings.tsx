import { useEffect, useState } from 'preact/hooks';
import { ComparedTable } from '../../../components/compared-table.tsx';
import { GeneralReasons } from '../../../components/general-reasons.tsx';
import { Icon } from '../../../components/icon.tsx';
import { type MeetingFilter, MeetingFilters } from '../../../components/meeting-filters.tsx';
import { MeetingScope } from '../../../components/meeting-scope.tsx';
import { Segmented } from '../../../components/segmented.tsx';
import { Text, useReading } from '../../../components/words.tsx';
import { answers } from '../../../utils/adapters/browser/answers.ts';
import { announceChange } from '../../../utils/adapters/browser/changes.ts';
import { DAY } from '../../../utils/core/clock.ts';
import { compareStored } from '../../../utils/meetings/index.ts';
import type { EventRow } from '../../../utils/model/calendar.ts';
import type { SyncVersion } from '../../../utils/model/meetings.ts';
import type { Message } from '../../../utils/model/words.ts';
import type { Stored } from '../../shared/load.ts';
import type { Given, Section } from './section.ts';

const ZOOM_MEETINGS = 'https://zoom.us/meeting#/upcoming';
/** Days compared at first, and added at a press; what was read of Outlook ends some 60 days ahead. */
const STEP = 14;
const MOST_DAYS = 56;
/** Rows drawn at first, and added at a press. */
const ROWS = 50;

const VERSIONS: readonly (readonly [SyncVersion, Message])[] = [
  ['unknown', { key: 'meetings_version_unknown' }],
  ['1.0', { key: 'meetings_version_one' }],
  ['2.0', { key: 'meetings_version_two' }],
];

async function chooseVersion(version: SyncVersion): Promise<void> {
  await answers.setSyncVersion(version);
  announceChange();
}

/** Events of the days asked for: those loaded with the page, until the rest is read. */
function useRows(stored: Stored, days: number): readonly EventRow[] | null {
  const { now } = useReading();
  const [rows, setRows] = useState<readonly EventRow[] | null>(null);
  useEffect(() => {
    let wanted = true;
    const read = async () => {
      const found = await stored.between(now, now + days * DAY).catch(() => null);
      if (wanted) setRows(found);
    };
    void read();
    return () => {
      wanted = false;
    };
    // What is stored is a new object after each change, and once a minute is not.
  }, [stored, days]);
  return rows;
}

function Compared({ stored }: Given) {
  const { now } = useReading();
  const [days, setDays] = useState(STEP);
  const [filter, setFilter] = useState<MeetingFilter>('all');
  const [most, setMost] = useState(ROWS);
  const rows = useRows(stored, days);
  const { facts, syncVersion: version } = stored;
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const compared = rows && compareStored({ facts, rows, version, days, zone, now });
  const shown = compared?.meetings.filter(({ verdict }) => filter === 'all' || verdict === filter) ?? [];
  const readAt = facts['calendar/contents']?.observedAt;
  return (
    <>
      <div class="version">
        <p>
          <Text of={{ key: 'meetings_version' }} />
        </p>
        <Segmented
          name="sync-version"
          label={{ key: 'meetings_version' }}
          options={VERSIONS}
          value={version}
          onChange={(chosen) => void chooseVersion(chosen)}
        />
        <p class="meta">
          <Text of={{ key: 'meetings_version_why' }} />
        </p>
      </div>
      {rows && !compared && (
        <section class="card prose">
          <p>
            <Text of={{ key: 'meetings_unread' }} />
          </p>
        </section>
      )}
      {compared && readAt !== undefined && (
        <>
          <MeetingScope compared={compared} readAt={readAt} />
          <GeneralReasons of={compared.general} />
          <MeetingFilters compared={compared} value={filter} onChange={setFilter} />
          <section class="card wide meetings">
            <ComparedTable meetings={shown.slice(0, most)} />
            {(shown.length > most || days < MOST_DAYS) && (
              <p class="more">
                {shown.length > most && (
                  <button type="button" class="btn small" onClick={() => setMost(most + ROWS)}>
                    <Text
                      of={{ key: 'meetings_more', params: { count: Math.min(ROWS, shown.length - most) } }}
                    />
                  </button>
                )}
                {days < MOST_DAYS && (
                  <button type="button" class="btn small" onClick={() => setDays(days + STEP)}>
                    <Text of={{ key: 'meetings_further' }} />
                  </button>
                )}
              </p>
            )}
          </section>
          <p class="meta">
            <Text of={{ key: 'meetings_foot' }} />
          </p>
        </>
      )}
    </>
  );
}

export const meetings: Section = {
  id: 'meetings',
  name: { key: 'workbench_meetings' },
  icon: 'here',
  sub: { key: 'meetings_sub' },
  Content: Compared,
  Acts: () => (
    <a class="btn" href={ZOOM_MEETINGS} target="_blank" rel="noreferrer">
      <Text of={{ key: 'meetings_open' }} />
      <Icon name="out" />
    </a>
  ),
};
