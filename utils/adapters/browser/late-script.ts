import { SynclineError } from '../../core/errors.ts';

declare function importScripts(url: string): void;

/**
 * What a script of the package leaves on the global object, imported when first asked for. A classic worker may import late only
 * what it had imported before it was installed: so ask once in the install event (speed.md 1).
 *
 * @param script path inside the package
 * @param name member of the global object the script fills
 * @throws SynclineError `library`
 */
export function lateScript(script: string, name: string): unknown {
  const scope = globalThis as unknown as Record<string, unknown>;
  try {
    if (scope[name] === undefined) importScripts(script);
  } catch (cause) {
    throw new SynclineError({ code: 'library', who: 'bug' }, `${script} did not load`, { cause });
  }
  const library = scope[name];
  if (library === undefined)
    throw new SynclineError({ code: 'library', who: 'bug' }, `${script} brought nothing`);
  return library;
}
