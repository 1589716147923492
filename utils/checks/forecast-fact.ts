import { DAY } from '../core/clock.ts';
import type { Fact, FactBook, FactValues, Forecast } from '../model/facts.ts';
import { forecast } from './health-forecast.ts';

/** When what speaks for the forecast was seen. */
function seenAt(loss: Forecast, facts: FactBook, now: number): number {
  if ('seenAt' in loss) return loss.seenAt;
  const key = (
    { revoked: 'microsoft/sessions', password: 'microsoft/sessions', refused: 'microsoft/trouble' } as const
  )[loss.kind as 'revoked'];
  const fact = facts[key] ?? facts['portal/account'] ?? facts['portal/group'];
  return fact?.observedAt ?? now;
}

/** The forecast as a fact; without one, it is as old as the look at Zoom's profile that shows the link. */
function forecastFact(facts: FactBook, now: number): Fact<FactValues['derived/forecast']> | undefined {
  const loss = forecast(facts, now);
  if (loss)
    return {
      value: { loss, connected: false },
      source: 'syncline',
      observedAt: seenAt(loss, facts, now),
      goodFor: 7 * DAY,
    };
  const profile = facts['portal/profile'];
  if (!profile) return undefined;
  const { connection } = profile.value;
  return {
    value: { loss: null, connected: connection !== 'unknown' && connection.status === 'connected' },
    source: 'syncline',
    observedAt: profile.observedAt,
    goodFor: profile.goodFor,
  };
}

/** The facts with the forecast among them; derived when a page is drawn, and never stored. */
export function withForecast(facts: FactBook, now: number): FactBook {
  const held = forecastFact(facts, now);
  return held ? { ...facts, 'derived/forecast': held } : facts;
}
