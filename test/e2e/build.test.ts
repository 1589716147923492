import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../utils/locales/index.ts';
import { BUILD } from '../browser/launch.ts';

const read = (path: string) => readFileSync(join(BUILD, path), 'utf8');
const files = readdirSync(BUILD, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(BUILD.length + 1));
const gzipKb = (path: string) => gzipSync(readFileSync(join(BUILD, path))).length / 1000;
/** Words only one package has in its bundle. */
const GUESTS = {
  msal: /msal\.js\.browser|interaction_in_progress/,
  graph: /graph-js\/|SdkVersion/,
  idb: /IDBDatabase|openDatabase|indexedDB/,
};

describe('the built manifest', () => {
  const manifest = JSON.parse(read('manifest.json')) as Record<string, unknown>;

  it('asks for what the golden file says and nothing else', () => {
    const asked = {
      permissions: manifest['permissions'],
      optional_permissions: manifest['optional_permissions'] ?? [],
      host_permissions: manifest['host_permissions'],
      optional_host_permissions: manifest['optional_host_permissions'] ?? [],
      content_scripts: manifest['content_scripts'],
      web_accessible_resources: manifest['web_accessible_resources'] ?? [],
      externally_connectable: manifest['externally_connectable'] ?? null,
      content_security_policy: manifest['content_security_policy'] ?? null,
      background: manifest['background'],
      commands: manifest['commands'],
    };
    const golden = new URL('../fixtures/manifest.golden.json', import.meta.url);
    expect(asked).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
  });

  it('bears no vendor mark in its name and fits the store', () => {
    for (const language of LANGUAGES) {
      const { app_name: name, app_description: description } = JSON.parse(
        read(`_locales/${language}/messages.json`),
      ) as Record<string, { message: string }>;
      expect(name?.message).not.toMatch(/zoom|microsoft|outlook/i);
      expect(description?.message.length).toBeLessThanOrEqual(132);
    }
  });

  it('names only files that are there', () => {
    const named = JSON.stringify(manifest).match(/[\w./-]+\.(?:js|html|png|json|css)(?=")/g) ?? [];
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((file) => !existsSync(join(BUILD, file)))).toEqual([]);
  });
});

describe('the bundles', () => {
  it('keep sign-in, Graph and the database out of the content scripts', () => {
    for (const name of ['portal', 'personal']) {
      const script = read(`content-scripts/${name}.js`);
      for (const [guest, mark] of Object.entries(GUESTS)) expect(mark.test(script), guest).toBe(false);
      expect(gzipKb(`content-scripts/${name}.js`), name).toBeLessThan(25.6);
    }
  });

  it('keep sign-in and Graph out of the worker that wakes, and in the late script', () => {
    const late = read('token-lib.js');
    for (const worker of [read('background.js'), read('back-office.js')])
      expect([GUESTS.msal.test(worker), GUESTS.graph.test(worker)]).toEqual([false, false]);
    expect([GUESTS.msal.test(late), GUESTS.graph.test(late)]).toEqual([true, true]);
  });

  it('give every start of the worker no more than a portal page asks for', () => {
    // Each kB of it is paid at each start (speed.md 1); what nobody waits for belongs into the back office.
    expect(read('background.js').length).toBeLessThan(55_000);
    expect(read('background.js')).not.toContain('servicePrincipals');
    // What one copy of the database's library has opened another cannot use.
    expect([GUESTS.idb.test(read('background.js')), GUESTS.idb.test(read('back-office.js'))]).toEqual([
      true,
      false,
    ]);
    expect(read('back-office.js')).toContain('servicePrincipals');
  });

  it('hold no remote code and no evaluation of text', () => {
    for (const file of files.filter((name) => /\.(?:js|html)$/.test(name))) {
      const text = read(file);
      expect(text, file).not.toMatch(/\beval\(|new Function\(/);
      expect(text, file).not.toMatch(/<script[^>]+src="https?:/);
      expect(text, file).not.toMatch(/importScripts\(["'`]https?:/);
    }
  });

  it('know every short name of a word by the same name as the catalogues', () => {
    const scripts = files.filter((name) => name.endsWith('.js')).map(read);
    const long = scripts.flatMap(
      (script) => script.match(/[`"'](?:check|consequence|note)_[a-z_]+[`"']/g) ?? [],
    );
    expect(long).toEqual([]);
    const used = new Set(
      scripts.flatMap((script) =>
        [...script.matchAll(/[`"'](m[0-9a-z]{1,3})[`"']/g)].map(([, name]) => name),
      ),
    );
    for (const language of LANGUAGES) {
      const names = Object.keys(JSON.parse(read(`_locales/${language}/messages.json`)) as object);
      const short = new Set(
        names.filter((name) => /^m[0-9a-z]{1,3}(?:_|$)/.test(name)).map((name) => name.replace(/_.*/, '')),
      );
      expect(short.size).toBeGreaterThan(200);
      expect([...short].filter((name) => !used.has(name))).toEqual([]);
    }
  });

  it('hold no path of the machine that built them', () => {
    const home = process.cwd();
    expect(files.filter((name) => /\.(?:js|html|json)$/.test(name) && read(name).includes(home))).toEqual([]);
  });

  it('leave no style sheet to scripts that are loaded late: what announces those knows scripts only', () => {
    expect(files.filter((name) => name.endsWith('.css'))).toEqual([]);
  });

  it('keep the popup light', () => {
    const html = read('popup.html');
    const scripts = [...html.matchAll(/(?:src|href)="\/?((?:assets|chunks)\/[^"]+\.js)"/g)].map(
      (match) => match[1] ?? '',
    );
    // One, with all that its first drawing needs, the checks among it.
    expect(scripts).toHaveLength(1);
    expect(scripts.reduce((sum, file) => sum + gzipKb(file), 0)).toBeLessThan(43);
  });
});
