import type { Message, Say } from '../../model/words.ts';
import { written } from '../moment.ts';
import type { EvidencePack } from './pack.ts';

/** The lines above the tables, said once for every format that people read. */
export function heading({ about }: EvidencePack, say: Say): { lead: string; notes: string[] } {
  const { ticket, madeAt, version, before, after, masked } = about;
  const made: Message = { key: 'report_made', params: { at: written(madeAt), version } };
  return {
    lead: [...(ticket === '' ? [] : [say({ key: 'report_for', params: { ticket } })]), say(made)].join(' · '),
    notes: [
      before === null
        ? say({ key: 'report_moment', params: { at: written(after) } })
        : say({ key: 'report_moments', params: { before: written(before), after: written(after) } }),
      say({ key: masked ? 'report_is_masked' : 'report_is_full' }),
      say({ key: 'report_seen_note' }),
    ],
  };
}
