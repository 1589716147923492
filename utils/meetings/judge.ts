import type { EventRow } from '../model/calendar.ts';
import type { ComparedMeeting, MeetingReason, MeetingVerdict, Span } from '../model/meetings.ts';
import { absentFromOutlook, limitsOf, type SyncContext } from './limits.ts';

export interface JudgeInput {
  readonly context: SyncContext;
  /** ms since the epoch */
  readonly now: number;
  /** A meeting stands at the same moment on both sides, so both are of one time zone. */
  readonly proven: boolean;
  /** Pages of Zoom's list were open lately. */
  readonly seen: boolean;
}

type Covered = (at: number) => boolean;
type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

const because = (key: MeetingReason['words']['key']): MeetingReason => ({ words: { key } });
const NONE = because('meeting_why_none');
const TEAMS = because('meeting_why_teams');
const HOSTED = because('meeting_why_hosted');
// One list for all meetings of a kind: most of a full calendar's bear the same.
const ONLY_NONE = [NONE];
const NOT_SHOWN = [because('meeting_why_not_shown'), NONE];
const NOT_SEEN = [because('meeting_why_not_seen'), NONE];
const NO_TIME = [because('meeting_why_no_time'), NONE];
const NO_NUMBER = [because('meeting_why_no_number'), NONE];
const CANCELLED = [because('meeting_why_cancelled')];
const ZONE = [because('meeting_why_zone')];
const MAY_BE = [because('meeting_why_may_be')];
const PRIVATE = [because('meeting_why_private')];
const NOTHING: readonly MeetingReason[] = [];

/** Written out member by member: thousands are made at once, and spreading nothing into each took half of the time. */
function made(
  event: EventRow,
  zoom: Span | null,
  verdict: MeetingVerdict,
  why: readonly MeetingReason[],
): ComparedMeeting {
  const { key, start, end, zoom: number, subject } = event;
  const meeting: Writable<ComparedMeeting> = {
    key,
    at: start,
    outlook: { start, end },
    zoom,
    verdict,
    why,
  };
  if (number !== undefined) meeting.number = number;
  if (subject !== undefined) meeting.subject = subject;
  if (event.private) meeting.private = true;
  if (event.cancelled) meeting.cancelled = true;
  return meeting;
}

/** What to say of each meeting, once it is known where it stands on either side. */
export function createJudge({ context: { version, general, ...context }, now, proven, seen }: JudgeInput) {
  const reasonsOf = (event: EventRow): readonly MeetingReason[] => {
    const own = limitsOf(event, version, now);
    if (general.length === 0) return own;
    return own.length === 0 ? general : [...own, ...general];
  };
  const orNone = (reasons: readonly MeetingReason[]) => (reasons.length > 0 ? reasons : ONLY_NONE);

  /** A meeting with no difference to report: its own limits are what there is to say, and never the connection's. */
  const quiet = (event: EventRow, otherwise: readonly MeetingReason[]): ComparedMeeting => {
    const reasons = limitsOf(event, version, now);
    if (event.teams) return made(event, null, 'two-links', [TEAMS, ...reasons]);
    return reasons.length > 0
      ? made(event, null, 'known-limit', reasons)
      : made(event, null, 'not-compared', otherwise);
  };

  return {
    /** The same moment on both sides. */
    both(event: EventRow, zoom: Span): ComparedMeeting {
      if (event.cancelled) return made(event, zoom, 'cancelled-once', CANCELLED);
      if (event.end !== zoom.end) return made(event, zoom, 'time-differs', orNone(reasonsOf(event)));
      return event.teams ? made(event, zoom, 'two-links', [TEAMS]) : made(event, zoom, 'same', NOTHING);
    },
    /** One meeting at two times. */
    moved: (event: EventRow, zoom: Span): ComparedMeeting =>
      proven
        ? made(event, zoom, 'time-differs', orNone(reasonsOf(event)))
        : made(event, zoom, 'not-compared', ZONE),
    /** Zoom lists the number, without a time to compare. */
    untimed: (event: EventRow): ComparedMeeting => quiet(event, NO_TIME),
    outlookOnly(event: EventRow, covered: Covered): ComparedMeeting {
      if (!covered(event.start)) return quiet(event, seen ? NOT_SHOWN : NOT_SEEN);
      const teams = event.teams ? [TEAMS] : [];
      const limited = limitsOf(event, version, now).length > 0;
      const reasons = [...teams, ...reasonsOf(event)];
      if (limited) return made(event, null, 'known-limit', reasons);
      return made(event, null, 'outlook-only', orNone(event.mine ? reasons : [...reasons, HOSTED]));
    },
    zoomOnly(number: string, zoom: Span, mayBe: (at: number) => boolean): ComparedMeeting {
      const rest = { key: `zoom-${number}-${zoom.start}`, at: zoom.start, number, outlook: null, zoom };
      // A private event keeps no link, and a link in the text of an invitation is not read.
      if (mayBe(zoom.start)) return { ...rest, verdict: 'not-compared', why: MAY_BE };
      const why = [...general, ...absentFromOutlook({ version, general, ...context })];
      return { ...rest, verdict: 'zoom-only', why };
    },
    /** A Zoom link by name: there is no number to compare by. */
    unnumbered: (event: EventRow): ComparedMeeting => quiet(event, NO_NUMBER),
    private: (event: EventRow): ComparedMeeting => made(event, null, 'not-compared', PRIVATE),
  };
}
