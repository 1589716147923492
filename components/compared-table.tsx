import type { ComparedMeeting, Span } from '../utils/model/meetings.ts';
import { groupedNumber } from './grouped-number.ts';
import { VERDICT_LOOKS } from './meeting-words.ts';
import { Reason } from './reason.tsx';
import { VerdictCell } from './verdict-cell.tsx';
import { Text, useReading } from './words.tsx';

const dayOf = (at: number) => new Date(at).toDateString();

function Times({ of: span }: { readonly of: Span | null }) {
  if (!span) return <>–</>;
  const time = (at: number) => <Text of={{ key: 'popup_clock', params: { time: { at, style: 'time' } } }} />;
  return (
    <>
      {time(span.start)}–{time(span.end)}
    </>
  );
}

function Row({ meeting, day }: { readonly meeting: ComparedMeeting; readonly day: boolean }) {
  const { say } = useReading();
  const { at, number, subject, outlook, zoom, cancelled, verdict, why } = meeting;
  const { tone, shape, word } = VERDICT_LOOKS[verdict];
  const nameless = meeting.private ? 'popup_private' : outlook ? 'popup_no_subject' : 'meetings_nameless';
  return (
    <tr>
      <td class={day ? 'day' : 'day again'}>
        <Text of={{ key: 'popup_clock', params: { time: { at, style: 'day' } } }} />
      </td>
      <th scope="row">
        {subject ?? say({ key: nameless })}
        <span class="sub num">{number === undefined ? '–' : groupedNumber(number)}</span>
      </th>
      <td class="num time" data-h="Outlook">
        {cancelled ? <Text of={{ key: 'meetings_cancelled' }} /> : <Times of={outlook} />}
      </td>
      <td class="num time" data-h="Zoom">
        <Times of={zoom} />
      </td>
      <VerdictCell tone={tone} shape={shape} word={word} />
      <td class="why">
        <ul>
          {why.map((reason) => (
            <Reason key={reason.words.key} of={reason} />
          ))}
        </ul>
      </td>
    </tr>
  );
}

/** Both calendars, a meeting a row. The day is written once, and said with every row. */
export function ComparedTable({ meetings }: { readonly meetings: readonly ComparedMeeting[] }) {
  return (
    <table class="table meet stacked">
      <thead>
        <tr>
          <th scope="col">
            <Text of={{ key: 'meetings_col_day' }} />
          </th>
          <th scope="col">
            <Text of={{ key: 'workbench_col_meeting' }} />
          </th>
          <th scope="col">Outlook</th>
          <th scope="col">Zoom</th>
          <th scope="col">
            <Text of={{ key: 'meetings_col_verdict' }} />
          </th>
          <th scope="col">
            <Text of={{ key: 'meetings_col_why' }} />
          </th>
        </tr>
      </thead>
      <tbody>
        {meetings.length === 0 && (
          <tr>
            <td colSpan={6}>
              <Text of={{ key: 'meetings_none' }} />
            </td>
          </tr>
        )}
        {meetings.map((meeting, at) => {
          const before = meetings[at - 1];
          return (
            <Row
              key={`${meeting.key}@${meeting.at}`}
              meeting={meeting}
              day={!before || dayOf(before.at) !== dayOf(meeting.at)}
            />
          );
        })}
      </tbody>
    </table>
  );
}
