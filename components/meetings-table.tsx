import { Text, useReading } from './words.tsx';

export interface MeetingRow {
  readonly key: string;
  /** ms since the epoch */
  readonly start: number;
  readonly subject?: string;
  readonly private?: true;
  readonly join?: string;
}

/** What comes next, as last read from Outlook. */
export function MeetingsTable({ meetings }: { readonly meetings: readonly MeetingRow[] }) {
  const { say } = useReading();
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">
            <Text of={{ key: 'workbench_col_when' }} />
          </th>
          <th scope="col">
            <Text of={{ key: 'workbench_col_meeting' }} />
          </th>
          <th scope="col">Zoom</th>
        </tr>
      </thead>
      <tbody>
        {meetings.length === 0 && (
          <tr>
            <td colSpan={3}>
              <Text of={{ key: 'workbench_no_meetings' }} />
            </td>
          </tr>
        )}
        {meetings.map(({ key, start, subject, private: hidden, join }) => (
          <tr key={key}>
            <td class="num">
              <Text of={{ key: 'popup_clock', params: { time: { at: start, style: 'weekday-time' } } }} />
            </td>
            <th scope="row">{subject ?? say({ key: hidden ? 'popup_private' : 'popup_no_subject' })}</th>
            <td>
              {join === undefined ? (
                '–'
              ) : (
                <a href={join} target="_blank" rel="noreferrer">
                  <Text of={{ key: 'popup_join' }} />
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
