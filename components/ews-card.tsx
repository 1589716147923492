import type { EwsView } from '../utils/model/entra-view.ts';
import { valueWords } from '../utils/model/setting-words.ts';
import type { Message } from '../utils/model/words.ts';
import { CopyRow } from './copy-row.tsx';
import { Text, useReading } from './words.tsx';

const LEFT = 8;
const RIGHT = 452;

const day = (at: number) => ({ at, style: 'date' }) as const;

function Line({ begins, ends }: Pick<EwsView, 'begins' | 'ends'>) {
  const { say, now } = useReading();
  const share = Math.min(1, Math.max(0, (now - begins) / (ends - begins)));
  const today = LEFT + share * (RIGHT - LEFT);
  const date = (at: number) => say({ key: 'popup_on_day', params: { date: day(at) } });
  const params = { begins: day(begins), today: day(now), ends: day(ends) };
  const between = share > 0.2 && share < 0.8;
  return (
    <svg
      class="tl"
      viewBox="0 0 460 60"
      width="100%"
      role="img"
      aria-label={say({ key: 'audit_ews_line', params })}
    >
      <path class="base" d={`M${LEFT} 18H${RIGHT}`} />
      <path class="gone" d={`M${LEFT} 18H${today}`} />
      <circle class="pt" cx={LEFT} cy="18" r="5" />
      <path class="end" d="M446 12h12v12h-12z" />
      <circle class="now" cx={today} cy="18" r="6" />
      <text x="3" y="42">
        {date(begins)}
      </text>
      <text x="3" y="56" class="q">
        {say({ key: 'audit_ews_begins' })}
      </text>
      {between && (
        <text x={today} y="42" text-anchor="middle">
          {say({ key: 'audit_ews_today' })}
        </text>
      )}
      <text x="457" y="42" text-anchor="end">
        {date(ends)}
      </text>
      <text x="457" y="56" class="q" text-anchor="end">
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
