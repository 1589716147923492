import { escapeHtml } from '../wire/http.ts';
import { STATIC } from './files.ts';
import { wordingOf } from './labels/index.ts';
import type { Bent } from './overrides.ts';

export type AppPage = 'account-setting' | 'profile-setting' | 'groups' | 'profile' | 'meetings' | 'none';

/** Items of the side menu: word, path. Groups as in portal.md 5.1. */
const MENU: readonly (readonly [group: string, items: readonly (readonly [word: string, path: string])[]])[] =
  [
    [
      'myAccount',
      [
        ['profile', '/profile'],
        ['meetings', '/meeting'],
        ['recordings', '/recording'],
        ['settings', '/profile/setting'],
      ],
    ],
    [
      'userManagement',
      [
        ['users', '/account/user#/'],
        ['groups', '/account/group#/'],
      ],
    ],
    [
      'accountManagement',
      [
        ['accountProfile', '/account'],
        ['accountSettings', '/account/setting'],
      ],
    ],
    ['advanced', [['rooms', '/location']]],
  ];

function link(path: string, query: string): string {
  const [before = '', hash] = path.split('#');
  return escapeHtml(`${before}${query && `?${query}`}${hash === undefined ? '' : `#${hash}`}`);
}

function menu(bent: Bent, path: string, say: (key: string) => string): string {
  return MENU.map(([group, items]) => {
    const links = items.map(([word, to]) => {
      const here = to.split('#')[0] === path.replace(/\/setting\/\w+$/, '/setting');
      return `<li><a class="fe-popups-side-menu__item-content${here ? ' is-active' : ''}"${here ? ' aria-current="page"' : ''} href="${link(to, bent.query)}">${escapeHtml(say(word))}</a></li>`;
    });
    return `<div class="fe-popups-side-menu__group"><button type="button" class="fe-popups-side-menu__title" aria-expanded="true">${escapeHtml(say(group))}</button><ul>${links.join('')}</ul></div>`;
  }).join('');
}

/** The page around the app: header, side menu, banner slot, empty `#app` (portal.md 5.1, measured October 2026). */
export function shell(bent: Bent, path: string, page: AppPage, title: string): string {
  const { scenario } = bent;
  const words = wordingOf(scenario);
  const say = (key: string) => escapeHtml(words.word(key));
  const boot = {
    page,
    path,
    title,
    query: bent.query,
    family: scenario.family,
    generation: scenario.generation,
    nesting: scenario.nesting,
    confirm: scenario.confirm,
    lazyRows: scenario.lazyRows,
    banner: scenario.banner,
    reRender: scenario.reRender,
    decoys: scenario.decoys,
    words: words.chrome,
  };
  const initials = scenario.name
    .split(' ')
    .map((part) => part[0] ?? '')
    .join('')
    .slice(0, 2);
  return `<!doctype html>
<html lang="${words.lang}" class="look-${scenario.family}${scenario.darkPage ? ' dark-page' : ''}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} - Web portal</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${STATIC}base.css">
<link rel="stylesheet" href="${STATIC}tabs-and-buttons.css">
<link rel="stylesheet" href="${STATIC}controls-${scenario.family}.css">
<script type="importmap">{"imports":{"vue":"${STATIC}vue.js"}}</script>
<script type="application/json" id="boot">${JSON.stringify(boot).replaceAll('<', '\\u003c')}</script>
<script type="module" src="${STATIC}main.js"></script>
</head>
<body>
<div id="header_container"><div class="header-strip"><span>Search</span><span>${say('support')}</span></div>
<div class="header-brand"><a class="brand" href="${link('/myhome', bent.query)}">Web portal</a><span>Products</span><span>Resources</span><i></i><span>Schedule</span><span>${say('join')}</span><span>${say('host').replace(/[\s:]+$/, '')}</span><em aria-hidden="true">${escapeHtml(initials)}</em></div></div>
<div id="content_container"><div id="content" class="main-content"><div class="content-row">
<div class="nav-menu"><aside id="sidemenu"><div class="fe-popups-side-menu">${menu(bent, path, (key) => words.word(key))}</div></aside></div>
<div id="the-main-content" class="content-body"><div id="notice-slot"></div><div id="app"></div></div>
</div></div></div>
</body>
</html>`;
}
