import type { GuideLook, GuideNames, GuideRun, GuideStep } from '../model/guide.ts';
import { valueWords } from '../model/setting-words.ts';
import type { Message } from '../model/words.ts';
import { nameOf } from './words.ts';

/** A value as the page shows it, in our words. */
function wordsOf(value: unknown): Message | null {
  const words = typeof value === 'string' ? valueWords(value) : null;
  return words && 'key' in words ? words : null;
}

function againstService({ settings }: GuideLook, names: GuideNames): Message | null {
  const service = settings['default-service'];
  const isOther = service !== undefined && service !== 'unknown' && service !== 'office365';
  const value = isOther ? wordsOf(service) : settings['authorize-with'] === 'ews' ? wordsOf('ews') : null;
  const wanted = nameOf(names, isOther ? 'service' : 'api');
  return value && { key: 'guide_shows_value', params: { value, wanted } };
}

function againstConnected({ page, settings }: GuideLook): Message | null {
  const connection = settings['profile-connection'];
  if (page !== 'profile' || typeof connection !== 'object' || connection === null) return null;
  const status = 'status' in connection ? connection.status : undefined;
  const value = status === 'not-connected' || status === 'needs-attention' ? wordsOf(status) : null;
  return value && { key: 'guide_shows_connection', params: { value } };
}

/**
 * What the page shows against a step that a person said, or that was seen, to be done, and how to go on; null where it shows
 * nothing against it.
 */
export function contradiction(
  run: GuideRun,
  step: GuideStep,
  look: GuideLook,
  names: GuideNames,
): Message | null {
  if (run.steps[step] || run.endedAt !== undefined) return null;
  if (run.kind === 'test')
    return step === 'connected' && run.steps.microsoft?.by === 'you' ? againstConnected(look) : null;
  if (look.page !== 'account-settings' || look.recognition !== 'recognised') return null;
  if (step === 'service') return againstService(look, names);
  if (step === 'toggle' && look.settings['third-party-integration'] === 'off')
    return { key: 'guide_shows_off', params: { name: nameOf(names, 'toggle') } };
  return null;
}
