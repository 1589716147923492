import type { SimClock } from '../../clock/index.ts';
import { type Contents, type EventFields, instanceUid, type Series, type Span } from './model.ts';
import { daysWithin, type Pattern, spanOn } from './series.ts';

const PLAIN: EventFields = {
  subject: 'Meeting',
  location: '',
  body: '',
  allDay: false,
  cancelled: false,
  sensitivity: 'normal',
  mine: true,
  organizer: { name: 'Maya Laurent', address: 'maya.laurent@alderfinch.example' },
  teams: false,
};

/** What people do to a calendar; every edit feeds the delta stream. Ids are Graph ids of either form, or uids. */
export interface Edits {
  /** Adds a single event; gives its uid. */
  add(event: Span & Partial<EventFields>): string;
  /** Adds a series; gives the master's uid. */
  addSeries(series: { pattern: Pattern } & Partial<EventFields>): string;
  /** Changes the fields of a single event, a series master, or (as an exception) one instance. */
  change(id: string, fields: Partial<EventFields>): void;
  /** Moves a single event or one instance; a moved occurrence becomes an exception. */
  move(id: string, span: Span): void;
  /** Moves every plain occurrence of a series to another time of day. */
  moveSeries(id: string, time: string, minutes?: number): void;
  /** The organiser called it off: it stays, marked as cancelled. */
  cancel(id: string): void;
  /** Removes a single event or one instance. */
  remove(id: string): void;
  removeSeries(id: string): void;
  changeOccurrence(series: string, day: string, change: Partial<EventFields> & Partial<Span>): void;
}

export function createEdits(contents: Contents, clock: SimClock, uidOf: (id: string) => string): Edits {
  let made = 0;
  const stamp = () => ({ rev: ++contents.rev, modifiedAt: clock.now() });

  function seriesOf(uid: string): Series {
    const series = contents.series.get(uid);
    if (!series) throw new Error(`no such series: ${uid}`);
    return series;
  }

  /** A change of an instance is also one of its master: the set of instances is the master's. */
  function touchMaster(series: Series): { rev: number; modifiedAt: number } {
    const now = stamp();
    series.rev = now.rev;
    series.modifiedAt = now.modifiedAt;
    return now;
  }

  function bury(uid: string, rev: number, near?: Span): void {
    contents.tombstones.push({ uid, rev, ...(near ? { near } : {}) });
  }

  function changeInstance(uid: string, change: Partial<EventFields> & Partial<Span>): void {
    const [owner = '', day = ''] = uid.split('/');
    const series = seriesOf(owner);
    if (series.removed.has(day)) throw new Error(`removed before: ${uid}`);
    const { start, end, ...fields } = change;
    const before = series.exceptions.get(day) ?? { ...spanOn(series.pattern, day), fields: series.fields };
    series.exceptions.set(day, {
      ...touchMaster(series),
      start: start ?? before.start,
      end: end ?? before.end,
      fields: { ...before.fields, ...fields },
    });
  }

  const edits: Edits = {
    add({ start, end, ...fields }) {
      const uid = `e${++made}`;
      contents.singles.set(uid, { start, end, fields: { ...PLAIN, ...fields }, ...stamp() });
      return uid;
    },
    addSeries({ pattern, ...fields }) {
      const uid = `r${++made}`;
      const now = stamp();
      contents.series.set(uid, {
        pattern,
        fields: { ...PLAIN, ...fields },
        ...now,
        instancesRev: now.rev,
        removed: new Set(),
        exceptions: new Map(),
      });
      return uid;
    },
    change(id, fields) {
      const uid = uidOf(id);
      const single = contents.singles.get(uid);
      const series = contents.series.get(uid);
      if (single)
        contents.singles.set(uid, { ...single, fields: { ...single.fields, ...fields }, ...stamp() });
      else if (series)
        Object.assign(series, { fields: { ...series.fields, ...fields } }, touchMaster(series));
      else changeInstance(uid, fields);
    },
    move(id, span) {
      const uid = uidOf(id);
      const single = contents.singles.get(uid);
      if (single) contents.singles.set(uid, { ...single, start: span.start, end: span.end, ...stamp() });
      else changeInstance(uid, { start: span.start, end: span.end });
    },
    moveSeries(id, time, minutes) {
      const series = seriesOf(uidOf(id));
      series.pattern = { ...series.pattern, time, minutes: minutes ?? series.pattern.minutes };
      series.instancesRev = touchMaster(series).rev;
    },
    cancel(id) {
      edits.change(id, { cancelled: true });
    },
    remove(id) {
      const uid = uidOf(id);
      if (contents.singles.delete(uid)) {
        bury(uid, stamp().rev);
        return;
      }
      const [owner = '', day] = uid.split('/');
      const series = seriesOf(owner);
      if (day === undefined) throw new Error(`use removeSeries for ${uid}`);
      series.exceptions.delete(day);
      series.removed.add(day);
      bury(uid, touchMaster(series).rev);
    },
    removeSeries(id) {
      const uid = uidOf(id);
      const series = seriesOf(uid);
      contents.series.delete(uid);
      const { rev } = stamp();
      for (const day of series.exceptions.keys()) bury(instanceUid(uid, day), rev);
      // Two years either way covers every window a client may hold.
      const years = 2 * 366 * 86_400_000;
      for (const day of daysWithin(series.pattern, clock.now() - years, clock.now() + years)) {
        if (series.removed.has(day) || series.exceptions.has(day)) continue;
        bury(instanceUid(uid, day), rev, spanOn(series.pattern, day));
      }
      bury(uid, rev);
    },
    changeOccurrence(series, day, change) {
      changeInstance(instanceUid(uidOf(series), day), change);
    },
  };
  return edits;
}
