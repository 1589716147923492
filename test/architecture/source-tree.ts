import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** Path from the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every file of the product's own folders whose name ends as asked. */
export function sourceFiles(folders: readonly string[], ending: RegExp): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && ending.test(entry.name))
      .map((entry) => {
        const full = join(entry.parentPath, entry.name);
        return { path: full.slice(ROOT.length).replaceAll('\\', '/'), text: readFileSync(full, 'utf8') };
      }),
  );
}

export interface Import {
  readonly from: string;
  /** Package name, or the path from the project's root. */
  readonly to: string;
  readonly typeOnly: boolean;
  readonly relative: boolean;
}

const STATEMENT =
  /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)/gm;

/** The edges out of a file. Type-only edges are edges too: a type is a dependency of the mind. */
export function importsOf(file: SourceFile): Import[] {
  return [...file.text.matchAll(STATEMENT)].map((match) => {
    const target = match[2] ?? match[3] ?? '';
    const relative = target.startsWith('.');
    return {
      from: file.path,
      to: relative ? posix.join(posix.dirname(file.path), target) : target,
      typeOnly: match[1] !== undefined,
      relative,
    };
  });
}
