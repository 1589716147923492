import { useState } from 'preact/hooks';
import type { UserConsent } from '../utils/model/entra.ts';
import type { ConsentAnswers, ConsentView } from '../utils/model/entra-view.ts';
import { valueWords } from '../utils/model/setting-words.ts';
import type { Message } from '../utils/model/words.ts';
import { Icon } from './icon.tsx';
import { Text } from './words.tsx';

const SHAPE = { good: 'good', ask: 'warn', none: 'unknown' } as const;
const USER_CONSENT: Readonly<Record<UserConsent, Message>> = {
  nobody: { key: 'audit_consent_nobody' },
  managed: { key: 'audit_consent_managed' },
  people: { key: 'audit_consent_people' },
  custom: { key: 'audit_consent_custom' },
};

/** What comes of both sides, and the one change that ends the loop. */
export function ConsentVerdict({ of: { tone, verdict, text, change } }: { readonly of: ConsentView }) {
  return (
    <>
      <p class={`verdict ${tone}`}>
        <span class="word">
          <Icon name={SHAPE[tone]} />
          <Text of={verdict} />
        </span>{' '}
        <Text of={text} />
      </p>
      {change && (
        <p class="do">
          <b>
            <Text of={{ key: 'audit_one_change' }} />
          </b>{' '}
          <Text of={change.text} />{' '}
          {change.href !== undefined && (
            <a href={change.href} target="_blank" rel="noreferrer">
              <Text of={{ key: 'audit_open' }} />
              <Icon name="out" />
            </a>
          )}
        </p>
      )}
    </>
  );
}

interface SidesProps {
  readonly method: ConsentAnswers['method'];
  readonly userConsent: UserConsent | null;
}

/** The portal's side and Entra's, one beside the other. */
export function ConsentSides({ method, userConsent }: SidesProps) {
  const notKnown: Message = { key: 'audit_not_known' };
  const portal = method === 'unknown' ? notKnown : (valueWords(method) as Message);
  return (
    <dl class="sides">
      <div>
        <dt>
          <Text of={{ key: 'audit_consent_portal' }} />
        </dt>
        <dd>
          <Text of={{ key: 'audit_consent_portal_q' }} />
          <b>
            <Text of={portal} />
          </b>
        </dd>
      </div>
      <div>
        <dt>Entra ID</dt>
        <dd>
          <Text of={{ key: 'audit_consent_entra_q' }} />
          <b>
            <Text of={userConsent ? USER_CONSENT[userConsent] : notKnown} />
          </b>
        </dd>
      </div>
    </dl>
  );
}

type Choice<Value extends string> = readonly (readonly [Value, Message])[];
const METHODS: Choice<ConsentAnswers['method']> = [
  ['oauth', { key: 'value_oauth' }],
  ['application-permissions', { key: 'value_application' }],
  ['unknown', { key: 'audit_ask_unknown' }],
];
const CONSENTS: Choice<ConsentAnswers['userConsent']> = [
  ['nobody', USER_CONSENT.nobody],
  ['managed', USER_CONSENT.managed],
  ['people', USER_CONSENT.people],
  ['unknown', { key: 'audit_ask_unknown' }],
];

function Question<Value extends string>(props: {
  readonly name: string;
  readonly asks: Message;
  readonly choices: Choice<Value>;
  readonly value: Value;
  readonly onAnswer: (value: Value) => void;
}) {
  return (
    <fieldset>
      <legend>
        <Text of={props.asks} />
      </legend>
      {props.choices.map(([value, words]) => (
        <label key={value}>
          <input
            type="radio"
            name={props.name}
            checked={props.value === value}
            onChange={() => props.onAnswer(value)}
          />
          <Text of={words} />
        </label>
      ))}
    </fieldset>
  );
}

interface QuestionsProps {
  readonly method: ConsentAnswers['method'];
  readonly judge: (answers: ConsentAnswers) => ConsentView;
}

/** The consent match for somebody who may not read Entra: two answers, the same verdict. */
export function ConsentQuestions({ method, judge }: QuestionsProps) {
  const [answers, setAnswers] = useState<ConsentAnswers>({ method, userConsent: 'unknown' });
  return (
    <>
      <div class="asks">
        <Question
          name="consent-portal"
          asks={{ key: 'audit_ask_portal' }}
          choices={METHODS}
          value={answers.method}
          onAnswer={(value) => setAnswers({ ...answers, method: value })}
        />
        <Question
          name="consent-entra"
          asks={{ key: 'audit_ask_entra' }}
          choices={CONSENTS}
          value={answers.userConsent}
          onAnswer={(value) => setAnswers({ ...answers, userConsent: value })}
        />
      </div>
      <div role="status">
        <ConsentVerdict of={judge(answers)} />
      </div>
      <p class="meta">
        <Text of={{ key: 'audit_answer_answers' }} />
      </p>
    </>
  );
}
