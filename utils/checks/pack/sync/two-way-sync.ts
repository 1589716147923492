import { defineCheck } from '../../define.ts';
import { SOURCES } from '../../sources.ts';

export const twoWaySync = defineCheck({
  id: 'two-way-sync',
  setting: 'two-way-sync',
  levels: ['account', 'group', 'user'],
  needs: ['setting/two-way-sync'],
  sources: [SOURCES.bidirectional],
  run: ({ 'setting/two-way-sync': { value } }) =>
    value === 'on'
      ? { kind: 'pass', words: { title: { key: 'check_two_way_sync_pass' } } }
      : {
          kind: 'fail',
          impact: 'minor',
          certainty: 'confirmed',
          words: { title: { key: 'check_two_way_sync_title' }, why: { key: 'check_two_way_sync_why' } },
        },
});
