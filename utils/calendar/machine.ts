import { heldUntil } from '../model/calendar.ts';
import type { SyncRecord } from '../model/calendar.ts';
import type { Cell, EventType, Step, SyncEvent } from './events.ts';
import { TABLE } from './table.ts';

/**
 * What an event makes of the record, and what has to be done about it. Pure: the same record and event give the same step, and the
 * same record reference when nothing happened.
 */
export function machine(record: SyncRecord, event: SyncEvent): Step {
  // The table pairs each event with a cell of its own type; an index by a union cannot express that.
  const cell = TABLE[record.state][event.type] as Cell<EventType>;
  if (record.notBefore <= event.now || heldUntil(record, event.now) !== null) return cell(record, event);
  const believable = { ...record, notBefore: 0 };
  const step = cell(believable, event);
  return step.record === believable ? { ...step, record } : step;
}
