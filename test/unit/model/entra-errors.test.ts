import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { translateAuthError } from '../../../utils/adapters/auth/translate.ts';
import { health } from '../../../utils/checks/health.ts';
import { LANGUAGES } from '../../../utils/locales/index.ts';
import { ENTRA_ERRORS, entraError } from '../../../utils/model/entra-errors.ts';
import { errorWords } from '../../../utils/model/error-words.ts';
import { input, trouble } from '../checks/health-input.ts';

/**
 * Who must act, and the one thing to offer, for each code of Microsoft's list we know of
 * (learn.microsoft.com/entra/identity-platform/reference-error-codes and public threads, read 2026-11-23).
 */
const TABLE = `
  person sign-in         50058 50173 50132 50133 50055 700082 700084 70008 70000 70043 70044
  person sign-in         50076 50079 50072 50074 50078 50158 16003 160021
  person choose-account  50034 50020 90072 16000
  person grant           65001 65004
  blocked ask-admin      50057 53003 53000 53001 53002 530032 530035 530034 90094 90093 50105 700016
  blocked ask-admin      70001 7000112 500011 650052 650056 650057 500021 500022 500212 500213
  blocked none           90095
  blocked options        50011 9002326 9002327 7000218 50194 90002 900023 90038
  wait wait              50196 90024 90033 90006 90055
  wait sign-in           54005 501481
`;
const rows = TABLE.trim()
  .split('\n')
  .flatMap((line) => {
    const [who = '', action = '', ...numbers] = line.trim().split(/\s+/);
    return numbers.map((number) => [number, who, action] as const);
  });
const sentences = LANGUAGES.map(
  (language) =>
    [
      language,
      JSON.parse(
        readFileSync(new URL(`../../../utils/locales/${language}/errors.json`, import.meta.url), 'utf8'),
      ) as Record<string, { message: string }>,
    ] as const,
);

describe('each code Entra may answer with', () => {
  it.each(rows)(
    'AADSTS%s is for "%s", offers "%s", and has words in every language',
    (number, who, action) => {
      const code = `AADSTS${number}`;
      const row = entraError(code);
      expect([row?.who, row?.action]).toEqual([who, action]);
      const words = errorWords({ code, who: row?.who ?? 'bug' });
      expect(words.action).toBe(action);
      for (const [language, catalogue] of sentences)
        expect(catalogue[words.sentence.key]?.message, language).toBeTruthy();
    },
  );

  it('is in that list, and no other', () => {
    const known = ENTRA_ERRORS.flatMap((row) => row.numbers).map(String);
    expect([...known].sort()).toEqual(rows.map(([number]) => number).sort());
  });

  it.each(rows.filter(([, who]) => who !== 'wait'))(
    'AADSTS%s is shown with its raw code, for copying',
    (number, who) => {
      const code = `AADSTS${number}`;
      const thrown = Object.assign(new Error(`x: ${code}: words`), { errorCode: 'invalid_grant' });
      const { info } = translateAuthError(thrown);
      expect(info).toEqual({ code, who, raw: code });
      const view = health(input({ facts: trouble(info) }));
      expect(view.state).toBe('needs-you');
      // A consent to give again needs no ticket.
      if (entraError(code)?.action !== 'grant') expect(view.code).toBe(code);
    },
  );

  it('keeps a code nobody has met, and shows it', () => {
    const thrown = Object.assign(new Error('AADSTS7654321: words'), { errorCode: 'odd_error' });
    const view = health(input({ facts: trouble(translateAuthError(thrown).info) }));
    expect([view.state, view.code]).toEqual(['needs-you', 'AADSTS7654321']);
  });
});
