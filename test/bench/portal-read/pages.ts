import { readFileSync } from 'node:fs';

/** A settings page of a wanted size: the settings of a fixture, other settings, and filler around them. */
export interface BenchPage {
  readonly family: 'new' | 'old';
  /** Elements wanted, give or take one filler block. */
  readonly nodes: number;
}

const WORDS = (
  'allow participants to join before host require passcode embed invite link one click recording cloud local storage ' +
  'chat file transfer share screen annotation whiteboard remote control reactions polls breakout room caption waiting'
).split(' ');

/** Plain sentences, the same in every run. */
function sentence(seed: number, length: number): string {
  const words: string[] = [];
  for (let at = 0; at < length; at += 1)
    words.push(WORDS[(seed * 7 + at * 13 + at * at) % WORDS.length] ?? '');
  return `${words.join(' ')}.`;
}

const SWITCH = {
  new: (name: string) =>
    `<button type="button" role="switch" class="zoom-switch" aria-checked="true" aria-label="${name}"><span class="zoom-switch__core"></span></button><button type="button" class="zoom-button setting-lock" aria-label="Lock"><svg aria-hidden="true"></svg></button>`,
  old: (name: string) =>
    `<label class="zm-switch is-checked"><input type="checkbox" class="zm-switch__input" checked aria-describedby="${name.slice(0, 8)}"><span class="zm-switch__core"></span></label><a class="setting-lock" role="button" tabindex="0" title="Lock"><i class="zm-icon-unlock"></i></a>`,
};

/** One other setting; every seventh mentions calendars, as the neighbours on this tab do. */
function other(family: 'new' | 'old', seed: number): string {
  const title = `${sentence(seed, 5)}${seed % 7 === 0 ? ' Calendar view' : ''}`;
  const choices =
    seed % 4 === 0
      ? ['first', 'second']
          .map((word) =>
            family === 'new'
              ? `<div class="zoom-radio"><div role="radio" class="zoom-radio__inner" aria-checked="false" tabindex="0"></div><span class="zoom-radio__label">${word} ${sentence(seed, 3)}</span></div>`
              : `<label class="zm-radio"><span class="zm-radio__input"><input type="radio" name="r${seed}"></span><span class="zm-radio__label">${word} ${sentence(seed, 3)}</span></label>`,
          )
          .join('')
      : '';
  return `<div class="setting-item"><div class="setting-item__head"><div class="setting-item__title"><span>${title}</span></div><div class="setting-item__action">${SWITCH[family](title)}</div></div><p class="setting-item__desc">${sentence(seed + 1, 10)}</p>${choices}</div>`;
}

/** Ten elements without a control, and as many texts. */
function filler(seed: number): string {
  const line = (at: number) =>
    `<p>${sentence(seed + at, 2)} <b>${sentence(seed + at, 3)}</b> ${sentence(seed, 2)}</p>`;
  return `<div class="card"><h4>${sentence(seed, 3)}</h4>${[1, 2, 3, 4].map(line).join('')}</div>`;
}

/** Markup of the page; one setting of somebody else for every fifty elements, as measured in speed.md 4. */
export function benchPage({ family, nodes }: BenchPage): string {
  const fixture = readFileSync(
    new URL(`../../fixtures/portal/account-${family}-gen3-en-unlocked.html`, import.meta.url),
    'utf8',
  );
  const others = Math.max(0, Math.round(nodes / 50) - 8);
  const own = fixture.split(/<\w/).length - 1;
  const perOther = other(family, 1).split(/<\w/).length - 1;
  const blocks = Math.max(0, Math.round((nodes - own - others * perOther) / 10));
  const parts: string[] = [];
  for (let at = 0; at < others; at += 1) {
    parts.push(other(family, at));
    for (
      let done = Math.floor((at * blocks) / others);
      done < Math.floor(((at + 1) * blocks) / others);
      done += 1
    )
      parts.push(filler(done));
  }
  const middle = Math.floor(parts.length / 2);
  const around = (from: string[]) => `<section class="setting-section">${from.join('')}</section>`;
  return fixture
    .replace(
      '<section class="setting-section">',
      `${around(parts.slice(0, middle))}<section class="setting-section">`,
    )
    .replace(/<\/section>(?![\s\S]*<\/section>)/, `</section>${around(parts.slice(middle))}`);
}
