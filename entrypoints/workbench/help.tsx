import { useState } from 'preact/hooks';
import { Text } from '../../components/words.tsx';
import type { Message } from '../../utils/model/words.ts';
import { told } from '../shared/acts.ts';
import { Shortcut } from '../shared/shortcut.tsx';
import { copyOutline } from '../shared/teach.ts';

const STATES = ['help_healthy', 'help_waiting', 'help_stale', 'help_needs_you', 'help_problem'] as const;

/** Pages the verdicts rest on; names are not translated. */
const SOURCES = [
  [
    'Microsoft: refresh tokens and their revocation',
    'https://learn.microsoft.com/entra/identity-platform/refresh-tokens#token-revocation',
  ],
  [
    'Microsoft: sign-in error codes',
    'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
  ],
  [
    'Zoom: setting up calendar and contacts integration (KB0058782)',
    'https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0058782',
  ],
] as const;

/** What the states mean, with their limits, where that comes from, and what to do with a page nobody recognises. */
export function Help() {
  const [notice, setNotice] = useState<Message | null>(null);
  return (
    <section class="card prose">
      <h2>
        <Text of={{ key: 'help_states' }} />
      </h2>
      <ul>
        {STATES.map((key) => (
          <li key={key}>
            <Text of={{ key }} />
          </li>
        ))}
      </ul>
      <h2>
        <Text of={{ key: 'teach_help' }} />
      </h2>
      <p>
        <Text of={{ key: 'teach_help_outline' }} />
      </p>
      <p>
        <button type="button" class="btn" onClick={async () => setNotice(await told(copyOutline))}>
          <Text of={{ key: 'teach_help_copy' }} />
        </button>{' '}
        <span class="meta" role="status">
          {notice && <Text of={notice} />}
        </span>
      </p>
      <h2>
        <Text of={{ key: 'help_sources' }} />
      </h2>
      <ul>
        {SOURCES.map(([name, href]) => (
          <li key={href}>
            <a href={href} target="_blank" rel="noreferrer">
              {name}
            </a>
          </li>
        ))}
      </ul>
      <h2>
        <Text of={{ key: 'help_shortcut_title' }} />
      </h2>
      <Shortcut />
    </section>
  );
}
