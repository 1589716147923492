import { entraApps } from '../../entra-links.ts';
import { defineCheck } from '../../define.ts';
import { SOURCES } from '../../sources.ts';

/** Limits of Zoom KB0077944; the guide's "Calendar.ReadWrite" is spelled as Graph spells it. */
export const applicationPermissions = defineCheck({
  id: 'application-permissions',
  setting: 'setup-method',
  levels: ['account', 'group'],
  needs: ['setting/setup-method'],
  sources: [SOURCES.application, SOURCES.guide],
  run: ({ 'setting/setup-method': { value } }, { cloud }) =>
    value === 'application-permissions'
      ? {
          kind: 'fail',
          impact: 'minor',
          certainty: 'confirmed',
          words: {
            title: { key: 'check_application_permissions_title' },
            why: { key: 'check_application_permissions_why' },
            people: [
              {
                fate: 'stay',
                who: { key: 'check_application_permissions_everybody' },
                what: { key: 'check_application_permissions_everybody_what' },
              },
              {
                fate: 'lose',
                who: { key: 'check_application_permissions_several' },
                what: { key: 'check_application_permissions_several_what' },
              },
              {
                fate: 'unknown',
                who: { key: 'check_application_permissions_name' },
                what: { key: 'check_application_permissions_name_what' },
              },
            ],
            step: {
              verb: { key: 'check_application_permissions_step' },
              rest: { key: 'check_application_permissions_step_rest' },
              href: entraApps(cloud),
            },
          },
        }
      : { kind: 'not-applicable', reason: 'oauth' },
});
