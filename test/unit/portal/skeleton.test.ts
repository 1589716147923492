// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PortalSnapshot } from '../../../utils/model/settings.ts';
import { readPortal, skeletonOf } from '../../../utils/portal/index.ts';
import { pageOf } from '../../../utils/portal/pages.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/portal');
const parse = (text: string) => new DOMParser().parseFromString(text, 'text/html');
const OF = { page: 'account-settings', language: 'en', recognised: 0, expected: 2 } as const;
const outline = (body: string) => skeletonOf(parse(`<body>${body}</body>`), OF);

const fixtures = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.html'))
  .map((name) => {
    const read = (ending: string) => readFileSync(join(FOLDER, `${name.slice(0, -5)}.${ending}`), 'utf8');
    return { name, html: read('html'), url: (JSON.parse(read('json')) as { url: string }).url };
  });

const plain = ({ settings, ...rest }: PortalSnapshot) => ({
  recognition: rest.recognition,
  recognised: rest.recognised,
  expected: rest.expected,
  ambiguous: rest.ambiguous,
  settings: settings
    .filter(({ id }) => id !== 'profile-connection')
    .map(({ id, value, lock, how }) => ({ id, value, lock, how })),
});

describe('the outline of a page', () => {
  // A setting that no label names, only words of its title (labels/reconnect-reminders.ts), cannot be told without them.
  const readable = fixtures.filter(
    ({ url, name }) =>
      !['meetings', 'profile', null].includes(pageOf(url)) && name !== 'user-new-gen3-en.html',
  );

  test.each(readable)('reads like the page: $name', ({ html, url }) => {
    const page = pageOf(url) ?? 'account-settings';
    const document = parse(html);
    const before = document.documentElement.outerHTML;
    const text = skeletonOf(document, { ...OF, page });
    expect(document.documentElement.outerHTML).toBe(before);
    expect(plain(readPortal(parse(text), url))).toEqual(plain(readPortal(document, url)));
  });

  test('keeps tags, roles, classes, ids, ARIA and known labels', () => {
    const text = outline(
      '<div id="the-main-content"><div class="setting-item is-on" id="feature-CalendarEventSyncBackToMeeting"><p class="t"><span>Integrate third-party mail</span> <span>and calendar services</span></p><button role="switch" aria-checked="true" aria-label="Lock">on</button></div></div>',
    );
    expect(text).toContain(
      '<div class="setting-item is-on" id="feature-CalendarEventSyncBackToMeeting">'.replace(
        /(class="[^"]*") (id="[^"]*")/,
        '$2 $1',
      ),
    );
    expect(text).toContain('<span>Integrate third-party mail</span> <span>and calendar services</span>');
    expect(text).toContain('<button role="switch" aria-checked="true" aria-label="Lock">on</button>');
    expect(text).toContain('data-page="account-settings" data-recognised="0" data-expected="2"');
  });

  test('says nothing personal, wherever it stands', () => {
    const text = outline(`
      <header><a href="/user/maya.laurent@alderfinch.example">Maya Laurent</a></header>
      <div id="the-main-content">
        <h1>Maya Laurent</h1>
        <p>maya.laurent@alderfinch.example, Alderfinch GmbH, +49 30 901820, 812 3456 7890</p>
        <div class="group-laurent meeting-81234567890" id="user-maya-laurent" data-user="maya" title="Maya Laurent">
          <label for="user-maya-laurent-box">Quarterly layoffs review</label>
          <input id="user-maya-laurent-box" type="text" value="Quarterly layoffs review" placeholder="Maya" name="maya">
          <textarea>Dear Maya</textarea><div contenteditable="true">Dear Maya</div>
          <select><option selected>Alderfinch GmbH</option><option>Office 365</option></select>
          <img src="/photo/maya.png" alt="Maya Laurent"><svg><title>Maya</title></svg>
          <button aria-label="Remove Maya Laurent" aria-description="Laurent" aria-valuetext="Laurent">Remove Maya</button>
          <p>Locked by Maya Laurent</p>
          <p>Office 365 (maya.laurent@alderfinch.example)</p>
          <script>const maya = 1</script><style>.laurent{}</style><template><p>Maya</p></template>
          <syncline-note>Maya</syncline-note><!-- Maya -->
        </div>
        <a href="https://zoom.us/j/81234567890?pwd=secret" onclick="maya()">Join Quarterly layoffs review</a>
        <maya-laurent>x</maya-laurent>
      </div>`);
    expect(text).not.toMatch(
      /maya|laurent|alderfinch|gmbh|layoff|quarterly|8123|3456|901820|secret|photo|dear|href|src=|onclick|data-user|@/i,
    );
    expect(text).toContain('<option>Office 365</option>');
    expect(text).toContain('<p>Locked</p>');
    const [, id] = /<label for="([^"]+)"/.exec(text) ?? [];
    expect(text).toContain(`<input id="${id}"`);
  });

  test.each(fixtures.filter(({ name }) => /typed-names|^profile|^meetings/.test(name)))(
    'holds no text that is not in the label data: $name',
    ({ html, url }) => {
      const text = skeletonOf(parse(html), { ...OF, page: pageOf(url) ?? 'profile' });
      expect(text).not.toMatch(/@|\d{5}|Laurent|Okafor|Sales|Quarterly|Weekly|1:1/i);
    },
  );

  test('shows as hidden what only a style sheet hides', () => {
    const document = parse('<body><main><div class="a"><p>Read</p></div></main></body>');
    const hidden = document.querySelector('.a');
    if (!hidden) throw new Error('no such element');
    hidden.checkVisibility = () => false;
    Object.defineProperty(hidden, 'isConnected', { value: true });
    expect(skeletonOf(document, OF)).toContain('<div class="a" style="display: none">');
  });

  test('ends, however long or deep the page', () => {
    expect(outline('<div>'.repeat(300)).length).toBeLessThan(20_000);
    expect(outline('<p class="a">b</p>'.repeat(5_000)).length).toBeLessThan(200_000);
  });
});
