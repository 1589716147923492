import type { Finding } from '../utils/model/findings.ts';
import type { Tone } from '../utils/model/health.ts';
import { checkName, placeWords } from '../utils/model/finding-words.ts';
import type { Message } from '../utils/model/words.ts';
import { Age } from './age.tsx';
import { CertaintyMark } from './certainty.tsx';
import { type FailingFinding, lookOf } from '../utils/model/finding-look.ts';
import { Icon, type IconName } from './icon.tsx';
import { TableHead } from './table-head.tsx';
import { Text } from './words.tsx';

const HEADS = [
  'workbench_col_state',
  'workbench_col_finding',
  'workbench_col_level',
  'workbench_col_certainty',
  'workbench_col_age',
  'workbench_col_source',
] as const;

function Step({ of }: { readonly of: NonNullable<FailingFinding['outcome']['words']['step']> }) {
  const verb = <Text of={of.verb} />;
  return (
    <span class="sub step">
      {of.href === undefined ? (
        <b>{verb}</b>
      ) : (
        <a href={of.href} target="_blank" rel="noreferrer">
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

/** How many checks ended so, and what they are about. */
function Rest({ tone, icon, word, title, of }: RestProps) {
  const named = of.map(checkName).filter((name) => name !== null);
  const names = new Map(named.map((name) => [name.key, name]));
  return (
    <tr class="more">
      <td class={tone}>
        <span class="word">
          <Icon name={icon} />
          <Text of={word} />
        </span>
      </td>
      <th scope="row" colSpan={HEADS.length - 1}>
        <Text of={title} />
        <span class="sub">
          {[...names.values()].map((name, at) => (
            <span key={name.key}>
              {at > 0 && ' · '}
              <Text of={name} />
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
}

/** Every finding, worst first, with its next step and its source. */
export function FindingsTable({ findings, all = [] }: FindingsTableProps) {
  const passed = all.filter(({ outcome }) => outcome.kind === 'pass');
  const unsure = all.filter(({ outcome }) => outcome.kind === 'needs-review' || outcome.kind === 'error');
  return (
    <table class="table finds">
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
              <td class={tone}>
                <span class="word">
                  <Icon name={shape} />
                  <Text of={word} />
                </span>
              </td>
              <th scope="row">
                <Text of={words.title} />
                {words.why && (
                  <span class="sub">
                    <Text of={words.why} />
                  </span>
                )}
                {words.step && <Step of={words.step} />}
              </th>
              <td>
                <Text of={placeWords(finding)} />
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
