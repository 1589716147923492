import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { BUILD, extensionIdOf } from '../browser/launch.ts';

export interface Extension {
  readonly folder: string;
  readonly id: string;
}

/** Bundles one script of `inside/`, by the bundler and settings of the product's own build. */
export async function bundle(name: string): Promise<string> {
  const entry = fileURLToPath(new URL(`inside/${name}.ts`, import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: { entry, formats: ['iife'], name: 'bench', fileName: 'bench' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error(`${name}: no bundle`);
  return output.output[0].code;
}

/** A place for generated extensions; each has an id, and so an origin, of its own. */
export function createFolders() {
  const root = mkdtempSync(join(tmpdir(), 'syncline-bench-extensions-'));
  let count = 0;
  const place = () => {
    count += 1;
    return join(root, `e${count}`);
  };
  return {
    /** An extension that is its worker and nothing else. */
    worker(name: string, script: string): Extension {
      const folder = place();
      mkdirSync(folder);
      const manifest = {
        manifest_version: 3,
        name,
        version: '1.0.0',
        background: { service_worker: 'worker.js' },
        host_permissions: ['https://graph.microsoft.com/*'],
        minimum_chrome_version: '123',
      };
      writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
      writeFileSync(join(folder, 'worker.js'), script);
      return { folder, id: extensionIdOf(folder) };
    },
    /** The production build, byte for byte, but for the manifest's key: so it gets an id of its own. */
    product(): Extension {
      const folder = place();
      cpSync(BUILD, folder, { recursive: true });
      const file = join(folder, 'manifest.json');
      const { key: _key, ...manifest } = JSON.parse(readFileSync(file, 'utf8')) as { key?: string };
      writeFileSync(file, JSON.stringify(manifest));
      return { folder, id: extensionIdOf(folder) };
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

export type Folders = ReturnType<typeof createFolders>;
