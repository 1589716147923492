import { iso } from '../moment.ts';
import type { EvidencePack } from './pack.ts';

/** Grows when a reader of the file would have to know. */
const FORMAT = 1;

/** For machines: ids, raw values and ISO times, one row a line. */
export function* evidenceJson({ about, counts, parts }: EvidencePack): Generator<string> {
  const head = {
    format: FORMAT,
    product: 'Syncline',
    ...about,
    madeAt: iso(about.madeAt),
    before: about.before === null ? null : iso(about.before),
    after: iso(about.after),
    counts: Object.fromEntries(counts.map(({ state, count }) => [state, count])),
  };
  yield `{\n"about": ${JSON.stringify(head)}`;
  for (const part of parts) {
    yield `,\n"${part.id}": [`;
    let first = true;
    for (const row of part.rows()) {
      yield row ? `${first ? '' : ','}\n${JSON.stringify(row.raw)}` : '';
      if (row) first = false;
    }
    yield '\n]';
  }
  yield '\n}\n';
}
