import type { Message } from '../utils/model/words.ts';
import { Age } from './age.tsx';
import { CertaintyMark } from './certainty.tsx';
import { Dotted } from './dotted.tsx';
import { type FailingFinding, lookOf } from '../utils/model/finding-look.ts';
import { Icon } from './icon.tsx';
import { Text } from './words.tsx';

interface FindingsProps {
  readonly heading: Message;
  /** FailingFinding ones, worst first. */
  readonly findings: readonly FailingFinding[];
  readonly most: number;
  /** Where the rest is. */
  readonly all: string;
}

/** Where the one link leads: the step's own address, else the source of the rule. */
function linkOf({ outcome, sources }: FailingFinding): { href: string; words: Message } | null {
  const { step } = outcome.words;
  if (step?.href !== undefined) return { href: step.href, words: { key: 'popup_next_step' } };
  const source = sources[0];
  return source ? { href: source.url, words: { key: 'popup_source' } } : null;
}

function Row({ finding }: { readonly finding: FailingFinding }) {
  const { tone, shape, word } = lookOf(finding.outcome);
  const { words, certainty } = finding.outcome;
  const link = linkOf(finding);
  return (
    <li class={`find ${tone}`}>
      <Icon name={shape} />
      <div>
        <h3>
          <span class="sr">
            <Text of={word} />
            {'. '}
          </span>
          <Text of={words.title} />
        </h3>
        {words.why && (
          <p>
            <Text of={words.why} />
          </p>
        )}
        <div class="foot">
          <span>
            <Dotted
              pieces={[
                ...(certainty === 'confirmed' ? [] : [<CertaintyMark of={certainty} />]),
                ...(finding.observedAt === null
                  ? []
                  : [<Age at={finding.observedAt} within={{ key: 'popup_seen' }} />]),
              ]}
            />
          </span>
          {link && (
            <a href={link.href} target="_blank" rel="noreferrer">
              <Text of={link.words} />
              <Icon name="chevron" />
            </a>
          )}
        </div>
      </div>
    </li>
  );
}

/** What to look at, worst first; the rest is one link away. */
export function Findings({ heading, findings, most, all }: FindingsProps) {
  return (
    <section class="finds">
      <h2>
        <Text of={heading} /> <span class="count num">{findings.length}</span>
      </h2>
      {findings.length === 0 && (
        <p class="meta">
          <Text of={{ key: 'popup_nothing' }} />
        </p>
      )}
      <ul>
        {findings.slice(0, most).map((finding) => (
          <Row key={`${finding.check}@${finding.level}`} finding={finding} />
        ))}
      </ul>
      {findings.length > most && (
        <p class="rest">
          <a href={all} target="_blank" rel="noreferrer">
            <Text of={{ key: 'popup_all_findings' }} />
            <Icon name="chevron" />
          </a>
        </p>
      )}
    </section>
  );
}
