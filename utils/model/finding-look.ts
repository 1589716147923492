import type { Finding } from './findings.ts';
import type { Tone } from './health.ts';
import type { Message } from './words.ts';

export type FailingFinding = Finding & { readonly outcome: Extract<Finding['outcome'], { kind: 'fail' }> };

interface FindingLook {
  readonly tone: Tone;
  readonly shape: 'bad' | 'warn' | 'advice';
  readonly word: Message;
}

/** Red needs certainty: a likely or possible loss is amber, a small thing is advice (look.md). */
export function lookOf({ impact, certainty }: FailingFinding['outcome']): FindingLook {
  const grave = impact === 'critical' || impact === 'serious';
  if (grave && certainty === 'confirmed')
    return { tone: 'bad', shape: 'bad', word: { key: 'workbench_error' } };
  if (impact === 'minor') return { tone: 'busy', shape: 'advice', word: { key: 'workbench_advice' } };
  return { tone: 'ask', shape: 'warn', word: { key: 'workbench_warning' } };
}
