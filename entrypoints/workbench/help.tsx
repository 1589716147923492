import { Text } from '../../components/words.tsx';
import { Shortcut } from './shortcut.tsx';

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

/** What the states mean, with their limits, and where that comes from. */
export function Help() {
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
      <Shortcut />
    </section>
  );
}
