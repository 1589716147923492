import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Language, LANGUAGES } from '../../../utils/locales/index.ts';
import { csvField } from '../../../utils/report/evidence/csv.ts';
import { STYLE, STYLE_DIGEST } from '../../../utils/report/evidence/html-style.ts';
import {
  evidencePack,
  evidenceText,
  FORMAT_FILES,
  FORMATS,
  type EvidenceInput,
} from '../../../utils/report/index.ts';
import { sayIn } from '../components/help.tsx';
import { DAY, FACTS, INPUT, NOW, PERSONAL, readings } from './scene.ts';

const text = (input: EvidenceInput, format: (typeof FORMATS)[number], language: Language = 'en') => {
  const say = sayIn(language);
  return [...evidenceText(evidencePack(input, say), format, say)].join('');
};

/** Strings somebody else wrote, each a trap for one format. */
const TRAPS = [
  '=HYPERLINK("http://x")',
  '+1',
  '-1+1',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '<img src=x onerror=a>',
  'a|b\nc',
  '</style>',
];

describe('the evidence pack', () => {
  it.each(FORMATS)('is, as %s, the sample under review', async (format) => {
    await expect(text(INPUT, format)).toMatchFileSnapshot(
      `../../fixtures/report/evidence.${FORMAT_FILES[format].ending}`,
    );
  });

  it.each(FORMATS)('holds, as %s, no name, address or tenant while masked', (format) => {
    const made = text(INPUT, format);
    expect(PERSONAL.filter((word) => made.includes(word))).toEqual([]);
    expect(made).toContain('m•••@•••1');
  });

  it('names each of two hosts of the organisation’s own by a number of its own while masked', () => {
    const looks = ['acme', 'borealis'].map((name) => ({
      page: 'account-settings' as const,
      scope: `${name}.zoom.us`,
      seenAt: NOW - DAY,
      settings: readings({ 'two-way-sync': 'on' }),
    }));
    const input = { ...INPUT, snapshots: looks, parts: ['settings' as const] };
    for (const format of FORMATS) {
      const made = text(input, format);
      expect(made).not.toMatch(/acme|borealis/);
      expect(made).toMatch(/•••\d\.zoom\.us[\s\S]*•••\d\.zoom\.us/);
    }
    const pages = (JSON.parse(text(input, 'json')) as { settings: { scope: string }[] }).settings;
    expect(new Set(pages.map(({ scope }) => scope))).toHaveProperty('size', 3);
    expect(text({ ...input, masked: false }, 'json')).toContain('acme.zoom.us');
  });

  it('leaves the pages it rests on whole while masked', () => {
    expect(text(INPUT, 'json')).toContain('https://example.com/ews?a=1&b=zm_kb');
  });

  it('holds them when that was chosen, and no subject even then', () => {
    const book = {
      ...FACTS,
      'meetings/drift': { ...FACTS['calendar/contents'], value: { subject: 'Board, secret' } },
    };
    const made = text({ ...INPUT, masked: false, facts: book }, 'json');
    expect(made).toContain('maya.chen@alderfinch.example');
    expect(made).toContain('"fact":"meetings/drift"');
    expect(made).not.toContain('secret');
  });

  it.each(LANGUAGES)('says everything in %s', (language) => {
    for (const format of FORMATS)
      expect(text(INPUT, format, language)).not.toMatch(/\breport_[a-z]|workbench_/);
  });

  it('says that no policy is set, that one is unread, and why a field was refused, in its own language', () => {
    const made = (policy: EvidenceInput['policy']) =>
      text({ ...INPUT, parts: ['policy'], policy }, 'markdown', 'fr');
    expect(made({ policy: {}, refused: [] })).toContain(sayIn('fr')({ key: 'policy_none' }));
    expect(made(null)).toContain(sayIn('fr')({ key: 'error_policy_unreadable' }));
    const refused = made({ policy: {}, refused: [{ field: 'cloud', reason: 'wrong-value' }] });
    expect(refused).toContain(sayIn('fr')({ key: 'policy_wrong_value' }));
    expect(refused).not.toContain('wrong-value');
  });

  it('names facts and writes their values for readers, in its own language', () => {
    const made = text({ ...INPUT, parts: ['facts'] }, 'markdown', 'de');
    expect(made).toContain('Profilseite: connection.service | Office 365');
    expect(made).not.toMatch(/portal\/|microsoft\/|calendar\/|null|calendar-read|T14:06/);
  });

  it('is read by a machine, with ids, raw values and ISO times', () => {
    const pack = JSON.parse(text(INPUT, 'json')) as Record<string, Record<string, unknown>[]>;
    expect(pack['settings']).toContainEqual(
      expect.objectContaining({
        setting: 'authorize-with',
        result: 'differs',
        before: expect.objectContaining({
          value: 'ews',
          seenAt: new Date(NOW - 5 * DAY).toISOString(),
        }) as unknown,
        after: expect.objectContaining({ value: 'graph' }) as unknown,
      }),
    );
    expect(pack['checks']).toContainEqual(
      expect.objectContaining({ check: 'ews-retirement', before: 'error' }),
    );
  });

  it('leaves out what was not asked for', () => {
    const pack = JSON.parse(text({ ...INPUT, parts: ['history'] }, 'json')) as object;
    expect(Object.keys(pack)).toEqual(['about', 'history']);
  });

  it('compares nothing where there was no look before', () => {
    const pack = JSON.parse(text({ ...INPUT, before: NOW - 400 * DAY }, 'json')) as {
      settings: { result: string }[];
    };
    expect(new Set(pack.settings.map(({ result }) => result))).toEqual(new Set(['not-compared']));
  });
});

describe('what somebody else wrote stays text', () => {
  it.each(TRAPS)('in a spreadsheet: %j', (trap) => {
    expect(csvField(trap)).not.toMatch(/^"[=+\-@\t\r]/);
  });

  it('a quote does not end its field', () => {
    expect(csvField('a"b')).toBe('"a""b"');
  });

  it.each(TRAPS)('in the page and in Markdown: %j', (trap) => {
    const input = {
      ...INPUT,
      ticket: trap,
      policy: { policy: { contact: { text: trap } }, refused: [] },
      masked: false,
    };
    const page = text(input, 'html');
    expect(page).not.toContain('<img');
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    const lines = text(input, 'markdown')
      .split('\n')
      .filter((line) => line.startsWith('| contact.text'));
    expect(lines).toHaveLength(1);
    expect(lines[0]?.match(/(?<!\\)\|/g)).toHaveLength(5);
  });
});

describe('the page on its own', () => {
  it('names its style by digest, and lets nothing else in', () => {
    expect(STYLE_DIGEST).toBe(createHash('sha256').update(STYLE).digest('base64'));
    const page = text(INPUT, 'html');
    expect(page).toContain(`default-src 'none'; style-src 'sha256-${STYLE_DIGEST}'`);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|\sstyle=|@import|url\(/i);
  });
});
