import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILD, extensionIdOf } from './launch.ts';

/** Where Chromium on Linux looks for policies (stack.md 2); it is the machine's, not the profile's. */
const MANAGED = '/etc/chromium/policies/managed';

/** Whether this machine lets us set a policy. */
export const MAY_SET_POLICY = process.platform === 'linux' && process.getuid?.() === 0;

export interface ManagedBuild {
  readonly folder: string;
  readonly id: string;
  /** Sets the policy of this copy, or takes it away; a browser that runs reads it when asked to (`reloadPolicies`). */
  set(policy: object | null): void;
  /** Takes policy and copy away. */
  end(): void;
}

export interface BuildOptions {
  /** Optional permissions the person has given: a browser asks in a window of its own, which no test can click. */
  readonly given?: readonly string[];
}

/**
 * The production build in a folder of its own and without its key, so with an id of its own, as from a store: the machine's
 * policy for that id is seen by one test and no other.
 */
export function managedBuild({ given = [] }: BuildOptions = {}): ManagedBuild {
  const folder = mkdtempSync(join(tmpdir(), 'syncline-build-'));
  cpSync(BUILD, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const { key: _key, ...manifest } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const listed = (name: string) => (manifest[name] ?? []) as string[];
  const isHost = (name: string) => name.includes('://');
  const moved = {
    ...manifest,
    permissions: [...listed('permissions'), ...given.filter((name) => !isHost(name))],
    optional_permissions: listed('optional_permissions').filter((name) => !given.includes(name)),
    host_permissions: [...listed('host_permissions'), ...given.filter(isHost)],
    optional_host_permissions: listed('optional_host_permissions').filter((name) => !given.includes(name)),
  };
  writeFileSync(path, JSON.stringify(moved));
  const id = extensionIdOf(folder);
  const file = join(MANAGED, `syncline-${id}.json`);
  return {
    folder,
    id,
    set(policy) {
      rmSync(file, { force: true });
      if (!policy) return;
      mkdirSync(MANAGED, { recursive: true });
      writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } }));
    },
    end() {
      rmSync(file, { force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
