// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { readPortal } from '../../../utils/portal/index.ts';

const ADDRESS = 'https://zoom.us/profile/setting?tab=zoomMailCalendar';
const TITLE = 'Bidirectional sync for Zoom meeting data between Zoom web portal and calendars';

it('gives no place inside a label: a press on a note there would be a press on its control', () => {
  document.documentElement.innerHTML = `<body><div id="the-main-content"><div id="app"><div class="row">
    <label><div class="line"><span>${TITLE}</span><input type="checkbox" checked></div></label>
  </div></div></div></body>`;
  const [found] = readPortal(document, ADDRESS).settings;
  expect(found?.id).toBe('two-way-sync');
  expect(found?.element.closest('label')).toBeNull();
});
