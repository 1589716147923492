import { readFileSync } from 'node:fs';
import { CHECKS, CONSEQUENCES } from '../../../utils/checks/index.ts';
import { CATALOGUE_PARTS } from '../../../utils/locales/index.ts';
import type { Check, Consequence, Finding, Source, Words } from '../../../utils/model/findings.ts';
import type { Message } from '../../../utils/model/words.ts';
import { outcomesOf } from './outcomes.ts';
import { sceneFiles } from './scenes.ts';

type Answer = Finding['outcome'];

const ENGLISH = Object.assign(
  {},
  ...CATALOGUE_PARTS.map((part) =>
    JSON.parse(readFileSync(new URL(`../../../utils/locales/en/${part}.json`, import.meta.url), 'utf8')),
  ),
) as Record<string, { readonly message: string }>;

/** The sentence as the catalogue has it, its placeholders open: a page of text has no moment to fill them with. */
const text = ({ key }: Message): string =>
  (ENGLISH[key] ?? ENGLISH[`${key}_other`])?.message.replaceAll('|', '\\|') ??
  `(${key} is not in the catalogue)`;

const link = ({ name, url, read }: Source) => `[${name}](${url}), read ${read}`;

function sentences({ title, why, people = [], step, command, books = [] }: Words): string {
  const parts = [
    `**${text(title).replaceAll('**', '')}**`,
    why && text(why),
    ...books.map((book) => `*${text(book.title)}* ${text(book.text)}`),
    ...people.map(({ who, what }) => `*${text(who)}:* ${text(what)}`),
    step &&
      [step.verb, step.rest]
        .flatMap((part) => part ?? [])
        .map(text)
        .join(' '),
    command && `${text(command.lead)} \`${command.code}\``,
  ];
  return parts.filter(Boolean).join('<br>');
}

function verdict(outcome: Answer): string {
  switch (outcome.kind) {
    case 'fail':
      return `fail, ${outcome.impact}, ${outcome.certainty}`;
    case 'needs-review':
    case 'not-applicable':
      return `${outcome.kind} (${outcome.reason})`;
    case 'error':
      return `error (${outcome.code})`;
    default:
      return outcome.kind;
  }
}

/** Rows that differ in a number or an age only are one row. */
function answers(check: Check): string[] {
  const scenes = sceneFiles().flatMap((file) => (file.check === check.id ? [file.scene] : []));
  const rows = outcomesOf(check, scenes).map((outcome) => {
    const words = 'words' in outcome && outcome.words ? sentences(outcome.words) : 'says nothing';
    return `| ${verdict(outcome)} | ${words} |`;
  });
  return [...new Set(rows)].toSorted();
}

const needs = (list: readonly string[]) => list.map((need) => `\`${need}\``).join(', ');

function checkEntry(check: Check): string[] {
  const scenes = sceneFiles().filter((file) => file.check === check.id);
  return [
    `### \`${check.id}\``,
    '',
    `- Beside: ${check.setting ? `\`${check.setting}\`` : 'no control; findings only'}. Levels: ${check.levels.join(', ')}.`,
    `- Needs ${needs(check.needs)}${check.wants?.length ? `; sharpened by ${needs(check.wants)}` : ''}.`,
    `- Sources: ${check.sources.map(link).join(' · ')}.`,
    `- Scenes: ${scenes.map(({ name, scene }) => `${name} (${scene.outcome})`).join(', ') || 'none'}.`,
    '',
    '| Answer | Words in English |',
    '|---|---|',
    ...answers(check),
    '',
  ];
}

function consequenceEntry({ id, setting, act, from, levels, kind, words, sources }: Consequence): string {
  const when = `${act}${from ? ` from ${from.join(', ')}` : ''}`;
  return `| \`${id}\` | \`${setting}\` | ${when} | ${levels.join(', ')} | ${kind} | ${sentences(words)} | ${sources.map(link).join(' · ')} |`;
}

/** docs/checks.md as it should be: read from the registry, never written by hand. */
export function checksPage(checks: readonly Check[] = CHECKS): string {
  const list = checks.map(
    ({ id, setting, levels }) =>
      `| [\`${id}\`](#${id}) | ${setting ? `\`${setting}\`` : '–'} | ${levels.join(', ')} |`,
  );
  return [
    '# Checks',
    '',
    'Written by `npm run docs:checks` from the registry; a test fails when it is stale. Do not edit it by hand.',
    `${checks.length} checks judge, ${CONSEQUENCES.length} consequences warn before an act. \`{…}\` is filled in when it is shown.`,
    'A control that was not read, a fact that is missing or too old, and a control a higher level has locked are answered by the',
    'engine for every check alike: `needs-review`, or `not-applicable (decided-above)`. It draws no warning from either.',
    '',
    '| Check | Setting | Levels |',
    '|---|---|---|',
    ...list,
    '',
    '## What each check answers',
    '',
    ...checks.flatMap(checkEntry),
    '## What an act does to people already connected',
    '',
    '| Consequence | Setting | Act | Levels | Kind | Words in English | Sources |',
    '|---|---|---|---|---|---|---|',
    ...CONSEQUENCES.map(consequenceEntry),
    '',
  ].join('\n');
}
