import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../utils/checks/index.ts';
import { POLICY_FIELDS, readPolicy } from '../../../utils/model/policy-reading.ts';

const DEPLOY = new URL('../../../docs/deploy/', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, DEPLOY), 'utf8');
const { properties } = JSON.parse(
  readFileSync(new URL('../../../public/managed_schema.json', import.meta.url), 'utf8'),
) as { properties: Record<string, { type: string; title: string; description: string }> };

const tidy = (value: string) =>
  value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Tags left open or closed out of turn; attributes twice in one tag. */
function faults(xml: string): string[] {
  const open: string[] = [];
  const found: string[] = [];
  for (const [, close, name = '', attributes = '', alone] of xml.matchAll(
    /<(\/?)([A-Za-z][\w.]*)((?:\s+[\w:.]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    const names = [...attributes.matchAll(/([\w:.]+)="/g)].map(([, one]) => one);
    if (new Set(names).size < names.length) found.push(`${name}: an attribute twice`);
    if (close && open.pop() !== name) found.push(`</${name}> out of turn`);
    if (!close && !alone) open.push(name);
  }
  const tags = xml.match(/<(?![?!])/g)?.length ?? 0;
  const read = xml.match(/<\/?[A-Za-z][\w.]*(?:\s+[\w:.]+="[^"<]*")*\s*\/?>/g)?.length ?? 0;
  if (tags !== read) found.push(`${tags - read} tags that are none`);
  return [...found, ...open];
}

interface Template {
  readonly key: string;
  readonly category: string;
  readonly valueName: string;
  /** Id of the box for the text; absent for a switch. */
  readonly element?: string;
  readonly words: readonly string[];
  readonly presentation?: string;
}

/** What each policy of a template writes, by the policy's name. */
function templatesOf(admx: string): Map<string, Template> {
  return new Map(
    [...admx.matchAll(/<policy name="(\w+)" class="Both" ([^>]*)>(.*?)<\/policy>/gs)].map(
      ([, name = '', head = '', body = '']) => {
        const of = (attribute: string) => new RegExp(`(?:^| )${attribute}="([^"]*)"`).exec(head)?.[1];
        const box = /<text id="(\w+)" valueName="(\w+)" required="true" maxLength="65535" \/>/.exec(body);
        const isSwitch = /<enabledValue>\s*<decimal value="1" \/>.*<disabledValue>\s*<decimal value="0" \/>/s;
        if (!box) expect(body, name).toMatch(isSwitch);
        const presentation = /^\$\(presentation\.(\w+)\)$/.exec(of('presentation') ?? '')?.[1];
        return [
          name,
          {
            key: of('key') ?? '',
            category: /<parentCategory ref="(\w+)"/.exec(body)?.[1] ?? '',
            valueName: box?.[2] ?? of('valueName') ?? '',
            ...(box?.[1] ? { element: box[1] } : {}),
            words: ['displayName', 'explainText'].map(
              (one) => /^\$\(string\.(\w+)\)$/.exec(of(one) ?? '')?.[1] ?? '',
            ),
            ...(presentation ? { presentation } : {}),
          },
        ];
      },
    ),
  );
}

const ADMX = text('windows/syncline.admx');
const ADML = text('windows/en-US/syncline.adml');
const KEYS = {
  Chrome: 'Software\\Policies\\Google\\Chrome\\3rdparty\\extensions\\EXTENSION_ID\\policy',
  Edge: 'Software\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\EXTENSION_ID\\policy',
} as const;
const browsers = ['Chrome', 'Edge'] as const;

describe('the administrative template for Windows', () => {
  const templates = templatesOf(ADMX);
  const strings = new Map(
    [...ADML.matchAll(/<string id="(\w+)">([^<]*)<\/string>/g)].map(([, id = '', words = '']) => [
      id,
      tidy(words),
    ]),
  );

  it('is sound XML, and so are its words', () => {
    expect(faults(ADMX)).toEqual([]);
    expect(faults(ADML)).toEqual([]);
  });

  it.each(browsers)('writes every field where %s reads it, as the kind the schema wants', (browser) => {
    const own = [...templates].filter(([name]) => name.startsWith(`${browser}_`));
    expect(own.map(([, { valueName }]) => valueName)).toEqual(POLICY_FIELDS);
    for (const [name, { key, category, valueName, element }] of own) {
      expect(name).toBe(`${browser}_${valueName}`);
      expect([key, category], name).toEqual([KEYS[browser], `Syncline${browser}`]);
      expect(element !== undefined, name).toBe(properties[valueName]?.type === 'string');
    }
  });

  it('says of each field what the schema says, and has a box for each text', () => {
    for (const [name, { words, valueName, presentation, element }] of templates) {
      const { title, description } = properties[valueName] ?? {};
      expect(
        words.map((id) => strings.get(id)),
        name,
      ).toEqual([title, description]);
      if (element)
        expect(ADML, name).toMatch(
          new RegExp(`<presentation id="${presentation}">\\s*<textBox refId="${element}">`),
        );
    }
    for (const [, id = ''] of ADMX.matchAll(/\$\(string\.(\w+)\)/g)) expect(strings.has(id), id).toBe(true);
  });
});

/** What a device would hold after a profile: each address looked up in the template that the profile brings along. */
function ofProfile(path: string): { readonly values: Record<string, unknown>; readonly template: string } {
  const { omaSettings } = JSON.parse(text(path)) as {
    omaSettings: { '@odata.type': string; omaUri: string; value: string }[];
  };
  const [first, ...rest] = omaSettings;
  const [, app = ''] =
    /^\.\/Device\/Vendor\/MSFT\/Policy\/ConfigOperations\/ADMXInstall\/(\w+)\/Policy\/\w+$/.exec(
      first?.omaUri ?? '',
    ) ?? [];
  const templates = templatesOf(first?.value ?? '');
  const values = rest.map(({ '@odata.type': type, omaUri, value }) => {
    expect(type).toBe('#microsoft.graph.omaSettingString');
    const [, name = ''] = /\/(\w+)$/.exec(omaUri) ?? [];
    const template = templates.get(name);
    expect(omaUri).toBe(
      `./Device/Vendor/MSFT/Policy/Config/${app}~Policy~Syncline~${template?.category}/${name}`,
    );
    const data = /^<enabled\/><data id="(\w+)" value="([^"]*)"\/>$/.exec(value);
    expect(data?.[1], name).toBe(template?.element);
    return [template?.valueName ?? '', data ? tidy(data[2] ?? '') : value === '<enabled/>'] as const;
  });
  return { values: Object.fromEntries(values), template: first?.value ?? '' };
}

describe.each(browsers)('the Intune profile for %s', (browser) => {
  const { values, template } = ofProfile(`intune/syncline-${browser.toLowerCase()}.json`);

  it('sets every field through its own template, and none is refused', () => {
    const ids = CHECKS.map(({ id }) => id);
    const { policy, refused } = readPolicy(values, ids);
    const linux = JSON.parse(text('linux/syncline.json'))['3rdparty'].extensions.EXTENSION_ID as object;
    expect(refused).toEqual([]);
    expect(Object.keys(policy)).toEqual(POLICY_FIELDS);
    expect(values).toEqual(linux);
  });

  it('brings the part of the template that is this browser’s', () => {
    expect(faults(template)).toEqual([]);
    const whole = [...templatesOf(ADMX)].filter(([name]) => name.startsWith(`${browser}_`));
    expect([...templatesOf(template)]).toEqual(whole);
  });
});
