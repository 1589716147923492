import type { EntraAppsFact } from '../../model/entra.ts';
import { isRead } from '../../model/entra.ts';
import type { JudgedApp, JudgedPermission } from '../../model/entra-view.ts';
import type { Outcome, Words } from '../../model/findings.ts';
import type { Message } from '../../model/words.ts';

/** Names a sentence can carry; the workbench lists the rest. */
const NAMED = 3;

/** How a permission is called in a sentence; one without a name by its id. */
const called = ({ held }: JudgedPermission) => held.name ?? held.id ?? '?';

export interface Told {
  readonly app: JudgedApp;
  readonly permissions: readonly JudgedPermission[];
  /** Over all apps. */
  readonly count: number;
  /** Parameters of the sentences. */
  readonly params: { readonly app: string; readonly permissions: string };
}

/** The permissions of one sort over all apps, told by the app that holds most of them; `null` when there are none. */
export function tellOf(
  apps: readonly JudgedApp[],
  wanted: (permission: JudgedPermission) => boolean,
): Told | null {
  let worst: { app: JudgedApp; permissions: readonly JudgedPermission[] } | null = null;
  let count = 0;
  for (const app of apps) {
    const permissions = app.permissions.filter(wanted);
    count += permissions.length;
    if (permissions.length > (worst?.permissions.length ?? 0)) worst = { app, permissions };
  }
  if (!worst) return null;
  const names = [...new Set(worst.permissions.map(called))];
  const more = names.length > NAMED ? ', …' : '';
  return {
    ...worst,
    count,
    params: { app: worst.app.app.name, permissions: `${names.slice(0, NAMED).join(', ')}${more}` },
  };
}

/** An answer before any verdict: nothing of Zoom's here, or the apps could not be read. `null`: there is something to judge. */
export function nothingToJudge(fact: EntraAppsFact): Outcome | null {
  if (!isRead(fact.found))
    return {
      kind: 'needs-review',
      reason: 'person-must-look',
      words: { title: { key: 'check_entra_unread' } },
    };
  return fact.found.value.apps.length === 0
    ? { kind: 'not-applicable', reason: 'no-app', words: { title: { key: 'check_entra_none' } } }
    : null;
}

/** The step that opens the app's page in Entra. */
export function openStep({ app, params }: Told, rest?: Message): NonNullable<Words['step']> {
  return {
    verb: { key: 'check_entra_open', params: { app: params.app } },
    ...(rest ? { rest } : {}),
    href: app.href,
  };
}

/** All is well only where everything was read: half an answer is none. */
export function passIfRead({ found }: EntraAppsFact, title: Message): Outcome {
  const whole =
    isRead(found) &&
    found.value.apps.every(
      ({ application, delegated, more }) => isRead(application) && isRead(delegated) && !more,
    );
  return whole
    ? { kind: 'pass', words: { title } }
    : { kind: 'needs-review', reason: 'person-must-look', words: { title: { key: 'check_entra_partly' } } };
}
