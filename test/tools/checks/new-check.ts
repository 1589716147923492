import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../../../utils/locales/index.ts';
import { SETTING_NAMES } from '../../../utils/model/setting-names.ts';

export interface NewCheck {
  /** Folder of utils/checks/pack. */
  readonly area: string;
  readonly id: string;
  /** The setting whose row carries the note; that of the area's first check when absent. */
  readonly setting?: string;
}

const NAME = /^[a-z]+(?:-[a-z0-9]+)*$/;
const USAGE = 'npm run new:check <area> <id> [setting], in small letters and hyphens, e.g. sync sync-window';

const camel = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const snake = (id: string) => id.replaceAll('-', '_');

/** The setting the area's first check stands beside; null for a new area. */
function settingOf(folder: string): string | null {
  if (!existsSync(folder)) return null;
  for (const file of readdirSync(folder).toSorted()) {
    const found = /setting: '([\w-]+)'/.exec(readFileSync(join(folder, file), 'utf8'))?.[1];
    if (found) return found;
  }
  return null;
}

function source(id: string, setting: string, levels: string): string {
  const key = `check_${snake(id)}`;
  return `import { defineCheck } from '../../define.ts';

/** Values on which it fails. */
const WRONG: readonly unknown[] = [];

export const ${camel(id)} = defineCheck({
  id: '${id}',
  setting: '${setting}',
  levels: [${levels}],
  needs: ['setting/${setting}'],
  sources: [],
  run: ({ 'setting/${setting}': { value } }) =>
    WRONG.includes(value)
      ? {
          kind: 'fail',
          impact: 'minor',
          certainty: 'possible',
          words: { title: { key: '${key}_title' }, why: { key: '${key}_why' } },
        }
      : { kind: 'pass', words: { title: { key: '${key}_pass' } } },
});
`;
}

/** The catalogue with the check's three sentences, empty: a test names each until it is written. */
function withWords(catalogue: string, id: string): string {
  const entries = [
    ['title', 'Title of a note; no full stop.'],
    ['why', 'Under that title; two sentences at most.'],
    ['pass', 'One line when all is well, with full stop.'],
  ].map(
    ([part, description]) =>
      `  "check_${snake(id)}_${part}": {"message": "", "description": "${description} Check ${id}."}`,
  );
  return catalogue.replace(/\s*\}\s*$/, `,\n${entries.join(',\n')}\n}\n`);
}

function withLine(registry: string, { area, id }: NewCheck): string {
  const imports = [...registry.matchAll(/^import .*$/gm)].at(-1);
  const list = /export const NOTE_CHECKS: readonly Check\[\] = \[\n([\s\S]*?)\];/.exec(registry);
  if (!imports || !list) throw new Error('utils/checks/registry.ts is not as it was: write its line by hand');
  const added = registry.replace(list[0], list[0].replace(/\];$/, `  ${camel(id)},\n];`));
  const end = imports.index + imports[0].length;
  const line = `\nimport { ${camel(id)} } from './pack/${area}/${id}.ts';`;
  return `${added.slice(0, end)}${line}${added.slice(end)}`;
}

/**
 * Writes what a new check needs: its file, its line in the registry, its words in every language (empty) and its two scenes
 * (without a page). Everything is looked at before anything is written; throws a sentence when something does not fit.
 *
 * @param root folder of the repository
 * @returns the files written or changed, from the root
 */
export function writeCheck(root: string, asked: NewCheck): string[] {
  const { area, id } = asked;
  if (!NAME.test(area) || !NAME.test(id)) throw new Error(USAGE);
  const folder = join(root, 'utils/checks/pack', area);
  const setting = asked.setting ?? settingOf(folder);
  if (setting === null) throw new Error(`"${area}" is a new area: say which setting. ${USAGE}`);
  if (!Object.hasOwn(SETTING_NAMES, setting))
    throw new Error(`"${setting}" is no setting; they are ${Object.keys(SETTING_NAMES).join(', ')}`);
  const registryFile = 'utils/checks/registry.ts';
  const registry = readFileSync(join(root, registryFile), 'utf8');
  const file = `utils/checks/pack/${area}/${id}.ts`;
  if (existsSync(join(root, file)) || new RegExp(`\\b${camel(id)}\\b`).test(registry))
    throw new Error(`there is a check called "${id}": ids are for ever`);
  const level = { 'profile-connection': 'profile', 'reconnect-reminders': 'user' }[setting] ?? 'account';
  const levels = level === 'account' ? "'account', 'group'" : `'${level}'`;
  const scene = (outcome: string) => `${JSON.stringify({ page: '', level, outcome }, null, 2)}\n`;
  const files: (readonly [path: string, text: string])[] = [
    [file, source(id, setting, levels)],
    [registryFile, withLine(registry, asked)],
    ...LANGUAGES.map((language) => {
      const path = `utils/locales/${language}/checks.json`;
      return [path, withWords(readFileSync(join(root, path), 'utf8'), id)] as const;
    }),
    [`test/fixtures/checks/${id}.fail.json`, scene('fail')],
    [`test/fixtures/checks/${id}.pass.json`, scene('pass')],
  ];
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of files) writeFileSync(join(root, path), text);
  return files.map(([path]) => path);
}
