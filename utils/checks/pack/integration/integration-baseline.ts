import { baselineCheck } from '../../baselines/check.ts';
import { SOURCES } from '../../sources.ts';

/** CIS wants the integration off, Zoom's own guide marks it "Required": the organisation picks, never Syncline. */
export const integrationBaseline = baselineCheck({
  id: 'integration-baseline',
  setting: 'third-party-integration',
  levels: ['account', 'group'],
  sources: [SOURCES.guideList, SOURCES.cis],
  neutral: {
    title: { key: 'check_integration_baseline_title' },
    why: { key: 'check_integration_baseline_why' },
    books: [
      {
        title: { key: 'check_integration_baseline_guide' },
        text: { key: 'check_integration_baseline_guide_text' },
      },
      {
        title: { key: 'check_integration_baseline_cis' },
        text: { key: 'check_integration_baseline_cis_text' },
      },
    ],
  },
});
