import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../utils/checks/index.ts';
import { policyRows } from '../../../utils/model/policy-rows.ts';
import { POLICY_FIELDS, readPolicy } from '../../../utils/model/policy-reading.ts';

const DEPLOY = new URL('../../../docs/deploy/', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, DEPLOY), 'utf8');
const schema = (
  JSON.parse(readFileSync(new URL('../../../public/managed_schema.json', import.meta.url), 'utf8')) as {
    properties: Record<string, { type: string; title: string; description: string }>;
  }
).properties;

/** Values of a .reg file: a text, or a number of 32 bits. */
function ofRegistry(file: string): Record<string, unknown> {
  const values = [...file.matchAll(/^"(\w+)"=(?:"((?:[^"\\]|\\.)*)"|dword:([0-9a-f]{8}))\r?$/gm)];
  return Object.fromEntries(
    values.map(([, name = '', words, number]) => [
      name,
      words === undefined ? Number.parseInt(number ?? '', 16) === 1 : words.replaceAll(/\\(.)/g, '$1'),
    ]),
  );
}

/** Values of a profile's payload: every key but the profile's own. */
function ofProfile(file: string): Record<string, unknown> {
  const tidy = (value: string) =>
    value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const pairs = [...file.matchAll(/<key>(\w+)<\/key>\s*(?:<string>([^<]*)<\/string>|<(true|false)\/>)/g)];
  return Object.fromEntries(
    pairs
      .filter(([, name]) => !name?.startsWith('Payload'))
      .map(([, name = '', words, flag]) => [name, words === undefined ? flag === 'true' : tidy(words)]),
  );
}

const KITS: Readonly<Record<string, Record<string, unknown>>> = {
  'linux/syncline.json': JSON.parse(text('linux/syncline.json'))['3rdparty'].extensions.EXTENSION_ID,
  'firefox/policies.json': JSON.parse(text('firefox/policies.json')).policies['3rdparty'].Extensions[
    'syncline@syncline.example'
  ],
  'windows/syncline-chrome.reg': ofRegistry(text('windows/syncline-chrome.reg')),
  'windows/syncline-edge.reg': ofRegistry(text('windows/syncline-edge.reg')),
  'macos/syncline-chrome.mobileconfig': ofProfile(text('macos/syncline-chrome.mobileconfig')),
  'macos/syncline-edge.mobileconfig': ofProfile(text('macos/syncline-edge.mobileconfig')),
};
const CHECK_IDS = CHECKS.map(({ id }) => id);

/** Templates and profiles hold no flat list of values: `policy-templates.test.ts` reads them. */
const TEMPLATES = [
  'en-US/syncline.adml',
  'intune/syncline-chrome.json',
  'intune/syncline-edge.json',
  'windows/syncline.admx',
];

describe('schema, parser, view, kits and their page', () => {
  it('know the same fields', () => {
    const connection = {
      clientId: null,
      tenant: 'organizations',
      cloud: 'global',
      source: { clientId: 'default', tenant: 'default' },
    } as const;
    const reading = { policy: {}, refused: [] };
    const { rows } = policyRows({ reading, since: {}, connection, notifications: false, baselines: [] });
    expect(Object.keys(schema)).toEqual(POLICY_FIELDS);
    expect(rows.map(({ field }) => field)).toEqual(POLICY_FIELDS);
    const page = text('README.md');
    for (const [field, { title, description }] of Object.entries(schema)) {
      expect(page).toContain(`| \`${field}\` |`);
      expect([title, description].every((words) => words.length > 0)).toBe(true);
    }
  });

  it('leave the judging to the parser: nothing in the schema but plain kinds, so that a bad part is named', () => {
    for (const [field, { type, ...rest }] of Object.entries(schema)) {
      expect(type, field).toBe(field === 'notifications' ? 'boolean' : 'string');
      expect(Object.keys(rest).sort(), field).toEqual(['description', 'title']);
    }
  });

  it.each(Object.entries(KITS))('%s sets every field, and none is refused', (_file, kit) => {
    const { policy, refused } = readPolicy(kit, CHECK_IDS);
    expect(refused).toEqual([]);
    expect(Object.keys(policy)).toEqual(POLICY_FIELDS);
    expect(policy).toEqual(readPolicy(KITS['firefox/policies.json'], CHECK_IDS).policy);
  });

  it('leaves no kit out', () => {
    const files = readdirSync(DEPLOY, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'README.md')
      .map((entry) => `${entry.parentPath.split('/').at(-1)}/${entry.name}`);
    expect(files.sort()).toEqual([...Object.keys(KITS), ...TEMPLATES].sort());
  });
});
