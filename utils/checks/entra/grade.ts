import type { HeldPermission } from '../../model/entra.ts';
import type { JudgedPermission } from '../../model/entra-view.ts';
import type { Message } from '../../model/words.ts';
import { EWS_ENDS } from '../ews-dates.ts';
import { EWS_PERMISSIONS, GRADED_FAMILIES, GRADES, MAIL_READ } from './expectations.ts';

/** What else a verdict takes beside a name. */
export interface GradeContext {
  /** ms since the epoch */
  readonly now: number;
  /** Does the sign-in name of the person here differ from their Zoom address; `null`: not known. */
  readonly namesDiffer: boolean | null;
  /** The portal still says EWS. */
  readonly ewsChosen: boolean;
  readonly rooms: boolean;
}

export const nameOf = ({ name = '' }: HeldPermission): string => name.toLowerCase();

/** Whether the permission goes through EWS. */
export const isEws = (held: HeldPermission): boolean => EWS_PERMISSIONS.includes(nameOf(held));

function ewsWhy(held: HeldPermission, { now, ewsChosen }: GradeContext): Message {
  if (now >= EWS_ENDS) return { key: 'audit_why_ews_ended' };
  if (ewsChosen) return { key: 'audit_why_ews_chosen' };
  return { key: held.kind === 'application' ? 'audit_why_ews_app' : 'audit_why_ews_user' };
}

function mailRead(held: HeldPermission, { namesDiffer }: GradeContext): JudgedPermission {
  if (namesDiffer === false) return { verdict: 'excess', held, why: { key: 'audit_why_mail_same' } };
  return {
    verdict: 'unknown',
    held,
    why: { key: namesDiffer ? 'audit_why_mail_differs' : 'audit_why_mail_names' },
  };
}

/** One permission by the built-in list; one that no list names is a person's to look at, never called wrong. */
export function grade(held: HeldPermission, context: GradeContext): JudgedPermission {
  if (held.name === undefined) return { verdict: 'unknown', held, why: { key: 'audit_why_untranslated' } };
  if (isEws(held)) return { verdict: 'excess', held, why: ewsWhy(held, context), ews: true };
  const name = nameOf(held);
  if (held.resource === 'graph' && MAIL_READ.test(name)) return mailRead(held, context);
  if (held.resource !== 'graph') return { verdict: 'unknown', held, why: { key: 'audit_why_unlisted' } };
  if (context.rooms && name === 'place.read.all')
    return { verdict: 'expected', held, why: { key: 'audit_why_rooms_usual' } };
  const family = GRADED_FAMILIES.find(([begins]) => name.startsWith(begins))?.[1];
  const known = (Object.hasOwn(GRADES, name) ? GRADES[name] : undefined) ?? family;
  return known
    ? { verdict: known.verdict, held, why: { key: known.why } }
    : { verdict: 'unknown', held, why: { key: 'audit_why_unlisted' } };
}

/** One permission by the organisation's own list: what it does not name is excess. */
export function gradeByPolicy(held: HeldPermission, expected: ReadonlySet<string>): JudgedPermission {
  const ews = isEws(held) ? { ews: true as const } : {};
  if (held.name === undefined) return { verdict: 'unknown', held, why: { key: 'audit_why_untranslated' } };
  return expected.has(nameOf(held))
    ? { verdict: 'expected', held, why: { key: 'audit_why_policy' }, ...ews }
    : { verdict: 'excess', held, why: { key: 'audit_why_not_in_policy' }, ...ews };
}
