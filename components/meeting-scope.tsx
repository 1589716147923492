import type { Comparison } from '../utils/model/meetings.ts';
import { Age } from './age.tsx';
import { Dotted } from './dotted.tsx';
import { Text } from './words.tsx';

/** What was seen of both sides, and how old it is: nothing outside it is judged. */
export function MeetingScope({
  compared: { span, withLink, others, list },
  readAt,
}: {
  readonly compared: Comparison;
  /** When Outlook was read, ms since the epoch. */
  readonly readAt: number;
}) {
  const day = (at: number) => ({ at, style: 'date' as const });
  const params = { from: day(span.start), to: day(span.end), count: withLink };
  return (
    <dl class="scope">
      <div>
        <dt>Outlook</dt>
        <dd>
          <Text of={{ key: 'meetings_with_link', params }} />
          <span class="meta">
            <Dotted
              pieces={[
                <Age at={readAt} within={{ key: 'meetings_read' }} />,
                ...(others > 0 ? [<Text of={{ key: 'meetings_others', params: { count: others } }} />] : []),
              ]}
            />
          </span>
        </dd>
      </div>
      <div>
        <dt>Zoom</dt>
        <dd>
          {list ? (
            <>
              <Text of={{ key: 'meetings_pages', params: { count: list.pages, rows: list.rows } }} />
              <span class="meta">
                <Age at={list.seenAt} within={{ key: 'meetings_shown' }} />
              </span>
            </>
          ) : (
            <Text of={{ key: 'meetings_unseen' }} />
          )}
        </dd>
      </div>
      <div>
        <dt>
          <Text of={{ key: 'meetings_by' }} />
        </dt>
        <dd>
          <Text of={{ key: 'meetings_by_number' }} />
          <span class="meta">
            <Text of={{ key: 'meetings_by_digits' }} />
          </span>
        </dd>
      </div>
    </dl>
  );
}
