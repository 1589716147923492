import { isRead } from '../../../model/entra.ts';
import { defineCheck } from '../../define.ts';
import { entraPermissions } from '../../entra-links.ts';
import { nothingToJudge } from '../../entra/told.ts';
import { BEYOND } from '../../sources-beyond.ts';

/** Apps that bear Zoom's name and that nobody verified; another company's verified app is no look-alike. */
export const lookAlike = defineCheck({
  id: 'entra-look-alike',
  levels: ['account'],
  needs: ['entra/apps'],
  sources: [BEYOND.publisher, BEYOND.guideIds],
  run: ({ 'entra/apps': fact }, { cloud }) => {
    if (!isRead(fact.found)) return nothingToJudge(fact) ?? { kind: 'needs-review', reason: 'unknown-value' };
    const strangers = fact.found.value.lookAlikes.filter(({ publisher }) => publisher === null);
    const [first] = strangers;
    if (!first) return { kind: 'pass', words: { title: { key: 'check_entra_look_alike_pass' } } };
    return {
      kind: 'fail',
      impact: 'moderate',
      certainty: 'possible',
      words: {
        title: { key: 'check_entra_look_alike_title', params: { count: strangers.length } },
        why: { key: 'check_entra_look_alike_why', params: { app: first.name } },
        step: {
          verb: { key: 'check_entra_open', params: { app: first.name } },
          rest: { key: 'check_entra_look_alike_rest' },
          href: entraPermissions(first, cloud),
        },
      },
    };
  },
});
