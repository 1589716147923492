import type { EwsView } from '../utils/model/entra-view.ts';
import { valueWords } from '../utils/model/setting-words.ts';
import type { Message } from '../utils/model/words.ts';
import { CopyRow } from './copy-row.tsx';
import { Text, useReading } from './words.tsx';

/** The line leaves room for its end marks, percent of the width. */
const MARGIN = 2;

const day = (at: number) => ({ at, style: 'date' }) as const;

/** The two days and today on one line; drawn in shares of the width, so that words keep their size. */
function Line({ begins, ends }: Pick<EwsView, 'begins' | 'ends'>) {
  const { say, now } = useReading();
  const share = Math.min(1, Math.max(0, (now - begins) / (ends - begins)));
  const at = (part: number) => `${MARGIN + part * (100 - 2 * MARGIN)}%`;
  const date = (moment: number) => say({ key: 'popup_on_day', params: { date: day(moment) } });
  const label = say({
    key: 'audit_ews_line',
    params: { begins: day(begins), today: day(now), ends: day(ends) },
  });
  return (
    <svg class="tl" width="100%" height="66" role="img" aria-label={label}>
      {share > 0.1 && share < 0.9 && (
        <text x={at(share)} y="11" text-anchor="middle">
          {say({ key: 'audit_ews_today' })}
        </text>
      )}
      <line class="base" x1={at(0)} x2={at(1)} y1="26" y2="26" />
      <line class="gone" x1={at(0)} x2={at(share)} y1="26" y2="26" />
      <circle class="pt" cx={at(0)} cy="26" r="5" />
      <circle class="end" cx={at(1)} cy="26" r="7" />
      <circle class="now" cx={at(share)} cy="26" r="6" />
      <text x="0" y="48">
        {date(begins)}
      </text>
      <text x="0" y="62" class="q">
        {say({ key: 'audit_ews_begins' })}
      </text>
      <text x="100%" y="48" text-anchor="end">
        {date(ends)}
      </text>
      <text x="100%" y="62" class="q" text-anchor="end">
        {say({ key: 'audit_ews_ends' })}
      </text>
    </svg>
  );
}

interface EwsCardProps {
  readonly view: EwsView;
  readonly onCopy: (value: string) => Promise<Message | null>;
}

/** How long EWS has left, what this tenant still does with it, and the command that asks Exchange for what Graph cannot tell. */
export function EwsCard({ view, onCopy }: EwsCardProps) {
  const { daysLeft, portal, held, command } = view;
  const portalWords = portal === null ? null : (valueWords(portal) as Message);
  return (
    <section class="card" aria-labelledby="ews">
      <header>
        <h2 id="ews">
          <Text of={{ key: 'audit_ews' }} />
        </h2>
        <span class="meta">
          <Text of={{ key: 'audit_ews_plan' }} />
        </span>
      </header>
      <div class="in">
        <p class="count num">
          <Text
            of={
              daysLeft === null
                ? { key: 'audit_ews_ended' }
                : { key: 'audit_ews_left', params: { count: daysLeft } }
            }
          />
        </p>
        <Line begins={view.begins} ends={view.ends} />
        <dl class="pairs">
          <dt>
            <Text of={{ key: 'audit_ews_portal' }} />
          </dt>
          <dd>
            <Text of={portalWords ?? { key: 'audit_not_known' }} />
          </dd>
          <dt>
            <Text of={{ key: 'audit_ews_held' }} />
          </dt>
          <dd>
            {held === null || held.length === 0 ? (
              <Text of={{ key: held === null ? 'audit_not_known' : 'audit_ews_none' }} />
            ) : (
              held.map((name) => <code key={name}>{name} </code>)
            )}
          </dd>
        </dl>
        <CopyRow
          name={{ key: 'check_ews_retirement_command' }}
          value={command}
          what={{ key: 'audit_ews' }}
          onCopy={onCopy}
        />
      </div>
    </section>
  );
}
