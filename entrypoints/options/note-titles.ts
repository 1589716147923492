import { CHECKS } from '../../utils/checks/index.ts';
import { checkName } from '../../utils/model/finding-words.ts';
import type { Message } from '../../utils/model/words.ts';
import { everyFinding } from '../shared/every-finding.ts';
import { findingsOf } from '../shared/findings.ts';
import type { Stored } from '../shared/load.ts';

/** A hidden note as a person knows it. */
export interface HiddenNote {
  /** `<check>@<level>` */
  readonly key: string;
  /** `null`: of a check that is no more. */
  readonly title: Message | null;
  readonly level: string;
}

/** Titles of hidden notes: what the check says by the settings last seen, else the name of the setting it stands beside. */
export function hiddenNotes(stored: Stored, now: number): readonly HiddenNote[] {
  if (stored.hiddenNotes.length === 0) return [];
  const { facts, around } = findingsOf(stored, now);
  const findings = everyFinding(stored.facts, facts, now, around);
  return stored.hiddenNotes.map((key) => {
    const [id = '', level = ''] = key.split('@');
    const finding = findings.find((one) => one.check === id && one.level === level);
    const words = finding && 'words' in finding.outcome ? finding.outcome.words : undefined;
    const setting = CHECKS.find((check) => check.id === id)?.setting;
    return { key, level, title: words?.title ?? checkName({ check: id, ...(setting ? { setting } : {}) }) };
  });
}
