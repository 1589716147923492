import type { Forecast } from '../../../model/facts.ts';
import type { Impact } from '../../../model/findings.ts';
import { defineCheck } from '../../define.ts';
import { lossWords } from '../../health-trouble.ts';
import { SOURCES } from '../../sources.ts';

function gravity(loss: Forecast): Impact {
  if ('certainty' in loss) return loss.certainty === 'likely' ? 'serious' : 'moderate';
  return loss.kind === 'other-service' ? 'moderate' : 'critical';
}

/** The forecast (health-forecast.ts) as a finding, for those who read findings and not the popup. */
export const willItHold = defineCheck({
  id: 'will-it-hold',
  levels: ['profile'],
  needs: ['derived/forecast'],
  sources: [SOURCES.refreshTokens, SOURCES.guide, SOURCES.ewsPlan],
  run: ({ 'derived/forecast': { loss, connected } }) => {
    if (!loss)
      return connected
        ? { kind: 'pass', words: { title: { key: 'check_will_it_hold_pass' } } }
        : { kind: 'needs-review', reason: 'unknown-value' };
    return {
      kind: 'fail',
      impact: gravity(loss),
      certainty: 'certainty' in loss ? loss.certainty : 'confirmed',
      words: {
        ...lossWords(loss),
        step: { verb: { key: 'check_will_it_hold_step' }, rest: { key: 'check_will_it_hold_step_rest' } },
      },
    };
  },
});
