import { plainText } from '../core/rich.ts';
import { CERTAINTY_WORDS } from '../model/certainty-words.ts';
import { ageOf } from '../core/age.ts';
import type { HealthView, SyncHistoryView } from '../model/health.ts';
import type { Say } from '../model/words.ts';

/**
 * The state as text for a ticket or a chat: verdict, facts with their ages, runs. Names no person, meeting or tenant.
 *
 * @param now ms since the epoch
 */
export function stateAsText(
  view: HealthView,
  history: SyncHistoryView | null,
  say: Say,
  now: number,
): string {
  const facts = view.facts.map((fact) => {
    const age = fact.observedAt === null ? '–' : say(ageOf(fact.observedAt, now));
    const stale = fact.stale ? ` (${say({ key: 'health_past_limit' })})` : '';
    return `- ${say(fact.name)}: ${say(fact.value)}, ${age}${stale}`;
  });
  return [
    `Syncline: ${say(view.title)}`,
    ...view.text.map(say),
    [
      ...(view.certainty ? [say(CERTAINTY_WORDS[view.certainty])] : []),
      ...view.meta.map(say),
      ...(view.code ? [view.code] : []),
    ].join(' · '),
    '',
    say({ key: 'popup_rests_on' }),
    ...facts,
    ...(history ? ['', `${say(history.title)}: ${history.sentences.map(say).join(' · ')}`] : []),
  ]
    .map(plainText)
    .join('\n');
}
