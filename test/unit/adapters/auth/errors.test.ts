import { describe, expect, it } from 'vitest';
import { translateAuthError } from '../../../../utils/adapters/auth/translate.ts';
import { SynclineError } from '../../../../utils/core/errors.ts';
import { ENTRA_ERRORS, entraError } from '../../../../utils/model/entra-errors.ts';
import { errorWords } from '../../../../utils/model/error-words.ts';
import english from '../../../../utils/locales/en/errors.json' with { type: 'json' };

const msal = (errorCode: string, more: object = {}) =>
  Object.assign(new Error(`${errorCode}: words about maya@alderfinch.example`), { errorCode, ...more });

/** Every code of the table in microsoft.md C.5, with who must act by its columns. */
const TABLE: Record<string, readonly number[]> = {
  person: [
    50058, 50173, 50132, 50133, 50055, 50034, 50020, 90072, 700082, 700084, 70008, 70000, 70043, 70044, 50076,
    50079, 50072, 50074, 50078, 50158, 65001, 65004, 16000, 16003, 160021,
  ],
  blocked: [
    50057, 53003, 53000, 53001, 53002, 530032, 530035, 530034, 90094, 90093, 90095, 50105, 700016, 70001,
    7000112, 500011, 650052, 650056, 650057, 50011, 9002326, 9002327, 7000218, 50194, 90002, 900023, 90038,
    500021, 500022, 500212, 500213,
  ],
  wait: [50196, 54005, 501481, 90024, 90033, 90006, 90055],
};

describe('Entra’s numbers', () => {
  it.each(Object.entries(TABLE))('that are for "%s" are all known and so sorted', (who, numbers) => {
    for (const number of numbers) expect([number, entraError(`AADSTS${number}`)?.who]).toEqual([number, who]);
  });

  it('stand in one row each, and in no other than those', () => {
    const all = ENTRA_ERRORS.flatMap((row) => row.numbers);
    expect(new Set(all).size).toBe(all.length);
    expect([...all].sort()).toEqual(Object.values(TABLE).flat().sort());
  });

  it('have one sentence each, of twenty words at most', () => {
    for (const { key } of ENTRA_ERRORS) {
      const entry = english[key as keyof typeof english];
      expect(entry?.message, key).toMatch(/\.$/);
      for (const sentence of entry.message.split(/(?<=\.) /))
        expect(sentence.split(' ').length, key).toBeLessThanOrEqual(20);
    }
  });

  it('nobody has met keep their name and get the sentence of whoever must act', () => {
    expect(entraError('AADSTS1234567')).toBeUndefined();
    expect(entraError('offline')).toBeUndefined();
    expect(errorWords({ code: 'AADSTS1234567', who: 'blocked' })).toEqual({
      sentence: { key: 'error_blocked' },
      action: 'ask-admin',
    });
  });
});

describe('MSAL’s errors', () => {
  it.each([
    [
      'the number at the token endpoint',
      msal('invalid_grant', { errorNo: '50173' }),
      { code: 'AADSTS50173', who: 'person', raw: 'AADSTS50173' },
    ],
    [
      'the number in a description',
      Object.assign(new Error('interaction_required: AADSTS50076: Due to…'), {
        errorCode: 'interaction_required',
      }),
      { code: 'AADSTS50076', who: 'person', raw: 'AADSTS50076' },
    ],
    [
      'an unknown number by its OAuth error',
      msal('temporarily_unavailable', { errorNo: '1234567' }),
      { code: 'AADSTS1234567', who: 'wait', raw: 'AADSTS1234567' },
    ],
    [
      'an unknown number of an unknown error',
      msal('odd_error', { errorNo: '1234567' }),
      { code: 'AADSTS1234567', who: 'blocked', raw: 'AADSTS1234567' },
    ],
    ['no number', msal('login_required'), { code: 'sign-in-needed', who: 'person', raw: 'login_required' }],
    [
      'a missing consent',
      msal('invalid_grant', { subError: 'consent_required' }),
      { code: 'consent-needed', who: 'person', raw: 'invalid_grant' },
    ],
    [
      'a network fault',
      msal('post_request_failed'),
      { code: 'offline', who: 'wait', raw: 'post_request_failed' },
    ],
    [
      'a fault of the library',
      msal('state_mismatch'),
      { code: 'msal-state-mismatch', who: 'bug', raw: 'state_mismatch' },
    ],
    [
      'a code that is a sentence',
      msal('maya@alderfinch.example failed'),
      { code: 'msal-unnamed', who: 'bug', raw: 'unnamed' },
    ],
    ['a bug of ours', new TypeError('maya@alderfinch.example'), { code: 'unexpected', who: 'bug' }],
    ['a worker being stopped', new Error('No SW'), { code: 'worker-stopped', who: 'wait' }],
  ])('%s', (_what, error, info) => {
    const translated = translateAuthError(error);
    expect(translated.info).toEqual(info);
    expect(translated.cause).toBe(error);
    expect(translated.message).not.toContain('alderfinch');
  });

  it('of our own pass unchanged', () => {
    const ours = new SynclineError({ code: 'no-client-id', who: 'person' }, 'x');
    expect(translateAuthError(ours)).toBe(ours);
  });
});

describe('words for errors', () => {
  it.each([
    [{ code: 'AADSTS90094', who: 'blocked' }, 'aadsts_admin_approval', 'ask-admin'],
    [{ code: 'no-client-id', who: 'person' }, 'error_no_client_id', 'options'],
    [{ code: 'db-quota', who: 'person' }, 'error_quota', 'none'],
    [{ code: 'db-terminated', who: 'wait' }, 'error_database', 'none'],
    [{ code: 'http-429', who: 'wait' }, 'error_wait', 'wait'],
    [{ code: 'toString', who: 'bug' }, 'error_bug', 'none'],
  ] as const)('%o', (error, key, action) => {
    expect(errorWords(error)).toEqual({ sentence: { key }, action });
  });
});
