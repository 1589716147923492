import type { Finding } from '../utils/model/findings.ts';
import type { Tone } from '../utils/model/health.ts';
import { checkName, placeWords } from '../utils/model/finding-words.ts';
import { SETTING_NAMES } from '../utils/model/setting-names.ts';
import type { Message } from '../utils/model/words.ts';
import { Age } from './age.tsx';
import { CertaintyMark } from './certainty.tsx';
import { type FailingFinding, lookOf } from '../utils/model/finding-look.ts';
import type { IconName } from './icon.tsx';
import { TableHead } from './table-head.tsx';
import { VerdictCell } from './verdict-cell.tsx';
import { Text, useReading } from './words.tsx';

const HEADS = [
  'workbench_col_state',
  'workbench_col_finding',
  'workbench_col_level',
  'workbench_col_certainty',
  'workbench_col_age',
  'workbench_col_source',
] as const;

interface StepProps {
  readonly of: NonNullable<FailingFinding['outcome']['words']['step']>;
  /** Where the step is taken, when it does not say so itself. */
  readonly where: string | undefined;
}

/** What to do, linked to where it is done: a step says "here" of a page that is not this one. */
function Step({ of, where }: StepProps) {
  const verb = <Text of={of.verb} />;
  const href = of.href ?? where;
  const elsewhere = href?.startsWith('#') ? {} : { target: '_blank', rel: 'noreferrer' };
  return (
    <span class="sub step">
      {href === undefined ? (
        <b>{verb}</b>
      ) : (
        <a href={href} {...elsewhere}>
          {verb}
        </a>
      )}
      {of.rest && (
        <>
          {' '}
          <Text of={of.rest} />
        </>
      )}
    </span>
  );
}

/** Checks by what they look at; where one was counted at several levels, with each of them. */
function namesOf(findings: readonly Finding[]) {
  const ids = [...new Set(findings.map(({ check }) => check))];
  return ids.flatMap((check) => {
    const own = findings.filter((finding) => finding.check === check);
    const name = own[0] && checkName(own[0]);
    return name ? [{ check, name, places: own.length > 1 ? own.map(placeWords) : [] }] : [];
  });
}

/** How many checks ended so, and what each is about. */
function Rest({ tone, icon, word, title, of }: RestProps) {
  const { say } = useReading();
  return (
    <tr class="more">
      <VerdictCell tone={tone} shape={icon} word={word} />
      <th scope="row" colSpan={HEADS.length - 1}>
        <Text of={title} />
        <span class="sub">
          {namesOf(of).map(({ check, name, places }, at) => (
            <span key={check}>
              {at > 0 && ' · '}
              <Text of={name} />
              {places.length > 0 && ` (${places.map((place) => say(place)).join(', ')})`}
            </span>
          ))}
        </span>
      </th>
    </tr>
  );
}

interface RestProps {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly word: Message;
  readonly title: Message;
  readonly of: readonly Finding[];
}

interface FindingsTableProps {
  readonly findings: readonly FailingFinding[];
  /** Every check's answer; those that pass or could not tell are counted in a last row each. */
  readonly all?: readonly Finding[];
  /** Address of the page a finding's step is taken on. */
  readonly whereOf?: (finding: Finding) => string | undefined;
}

/** Every finding, worst first, with its next step and its source. */
export function FindingsTable({ findings, all = [], whereOf = () => undefined }: FindingsTableProps) {
  const passed = all.filter(({ outcome }) => outcome.kind === 'pass');
  const unsure = all.filter(({ outcome }) => outcome.kind === 'needs-review' || outcome.kind === 'error');
  return (
    <table class="table finds stacked">
      <TableHead of={HEADS} />
      <tbody>
        {findings.length === 0 && (
          <tr>
            <td colSpan={HEADS.length}>
              <Text of={{ key: 'workbench_no_findings' }} />
            </td>
          </tr>
        )}
        {findings.map((finding) => {
          const { tone, shape, word } = lookOf(finding.outcome);
          const { words, certainty } = finding.outcome;
          return (
            <tr key={`${finding.check}@${finding.level}`}>
              <VerdictCell tone={tone} shape={shape} word={word} />
              <th scope="row">
                <Text of={words.title} />
                {words.why && (
                  <span class="sub">
                    <Text of={words.why} />
                  </span>
                )}
                {words.step && <Step of={words.step} where={whereOf(finding)} />}
              </th>
              <td>
                <Text of={placeWords(finding)} />
                {finding.setting && (
                  <span class="sub">
                    <Text of={SETTING_NAMES[finding.setting]} />
                  </span>
                )}
              </td>
              <td>
                <CertaintyMark of={certainty} />
              </td>
              <td>
                <Age at={finding.observedAt} />
              </td>
              <td class="sources">
                {finding.sources.map((source) => (
                  <a key={source.url} href={source.url} target="_blank" rel="noreferrer">
                    {source.name}
                  </a>
                ))}
              </td>
            </tr>
          );
        })}
        {unsure.length > 0 && (
          <Rest
            tone="none"
            icon="unknown"
            word={{ key: 'report_unknown' }}
            title={{ key: 'report_unsure', params: { count: unsure.length } }}
            of={unsure}
          />
        )}
        {passed.length > 0 && (
          <Rest
            tone="good"
            icon="good"
            word={{ key: 'report_pass' }}
            title={{ key: 'report_passed', params: { count: passed.length } }}
            of={passed}
          />
        )}
      </tbody>
    </table>
  );
}
