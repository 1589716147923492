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
type Key = MeetingReason['words']['key'];

const because = (key: Key): MeetingReason => ({ words: { key } });
const NONE = because('meeting_why_none');
const NOT_SHOWN = because('meeting_why_not_shown');
const ZONE = because('meeting_why_zone');

/** What to say of each meeting, once it is known where it stands on either side. */
export function createJudge({ context, now, proven, seen }: JudgeInput) {
  const base = (event: EventRow): Omit<ComparedMeeting, 'verdict' | 'why' | 'zoom'> => ({
    key: event.key,
    at: event.start,
    ...(event.zoom === undefined ? {} : { number: event.zoom }),
    ...(event.subject === undefined ? {} : { subject: event.subject }),
    ...(event.private ? { private: true as const } : {}),
    ...(event.cancelled ? { cancelled: true as const } : {}),
    outlook: { start: event.start, end: event.end },
  });
  const limits = (event: EventRow) => limitsOf(event, context.version, now);
  const teams = (event: EventRow): MeetingReason[] => (event.teams ? [because('meeting_why_teams')] : []);

  const reasonsOr = (event: EventRow): MeetingReason[] => {
    const known = [...limits(event), ...context.general];
    return known.length > 0 ? known : [NONE];
  };

  /** A meeting with no difference to report: its limits, when it has any, are what there is to say. */
  const quiet = (event: EventRow, otherwise: MeetingReason): ComparedMeeting => {
    const reasons = [...limits(event), ...context.general];
    let verdict: MeetingVerdict = reasons.length > 0 ? 'known-limit' : 'not-compared';
    if (event.teams) verdict = 'two-links';
    const why = [...teams(event), ...reasons];
    return { ...base(event), zoom: null, verdict, why: why.length > 0 ? why : [otherwise, NONE] };
  };

  return {
    /** The same moment on both sides. */
    both(event: EventRow, zoom: Span): ComparedMeeting {
      if (event.cancelled)
        return { ...base(event), zoom, verdict: 'cancelled-once', why: [because('meeting_why_cancelled')] };
      if (event.end !== zoom.end)
        return { ...base(event), zoom, verdict: 'time-differs', why: reasonsOr(event) };
      return { ...base(event), zoom, verdict: event.teams ? 'two-links' : 'same', why: teams(event) };
    },
    /** One meeting at two times. */
    moved(event: EventRow, zoom: Span): ComparedMeeting {
      return proven
        ? { ...base(event), zoom, verdict: 'time-differs', why: reasonsOr(event) }
        : { ...base(event), zoom, verdict: 'not-compared', why: [ZONE] };
    },
    /** Zoom lists the number, without a time to compare. */
    untimed: (event: EventRow): ComparedMeeting => quiet(event, because('meeting_why_no_time')),
    outlookOnly(event: EventRow, covered: Covered): ComparedMeeting {
      if (!covered(event.start)) return quiet(event, seen ? NOT_SHOWN : because('meeting_why_not_seen'));
      const found = limits(event);
      const reasons = [...teams(event), ...found, ...context.general];
      if (found.length > 0) return { ...base(event), zoom: null, verdict: 'known-limit', why: reasons };
      const hosted = event.mine ? [] : [because('meeting_why_hosted')];
      const why = [...reasons, ...hosted];
      return { ...base(event), zoom: null, verdict: 'outlook-only', why: why.length > 0 ? why : [NONE] };
    },
    zoomOnly(number: string, zoom: Span, mayBe: (at: number) => boolean): ComparedMeeting {
      const rest = { key: `zoom-${number}-${zoom.start}`, at: zoom.start, number, outlook: null, zoom };
      // A private event keeps no link, and a link in the text of an invitation is not read.
      if (mayBe(zoom.start))
        return { ...rest, verdict: 'not-compared', why: [because('meeting_why_may_be')] };
      return { ...rest, verdict: 'zoom-only', why: [...context.general, ...absentFromOutlook(context)] };
    },
    /** A Zoom link by name: there is no number to compare by. */
    unnumbered: (event: EventRow): ComparedMeeting => quiet(event, because('meeting_why_no_number')),
    private: (event: EventRow): ComparedMeeting => ({
      ...base(event),
      zoom: null,
      verdict: 'not-compared',
      why: [because('meeting_why_private')],
    }),
  };
}
