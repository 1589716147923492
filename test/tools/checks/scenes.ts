import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FactBook } from '../../../utils/model/facts.ts';
import type { Finding } from '../../../utils/model/findings.ts';
import type { PageRules } from '../../../utils/model/policy.ts';
import type { Level, SettingId } from '../../../utils/model/settings.ts';

/** One page, or one set of facts, and what the check answers there. */
export interface CheckScene {
  /** A page of test/fixtures/portal, read as it stands. */
  readonly page?: string;
  /** The page's small difference: each text stands in it exactly once. */
  readonly edits?: readonly { readonly from: string; readonly to: string }[];
  /** For checks that no page can show. */
  readonly settings?: { readonly [Id in SettingId]?: unknown };
  readonly level: Level;
  /** Facts beside the page; `ageHours` before the scene's moment, good for a day. */
  readonly facts?: { readonly [key: string]: { readonly value: unknown; readonly ageHours?: number } };
  /** What policy and preferences say of checks. */
  readonly rules?: PageRules;
  /** ISO moment; the house's usual one when absent. */
  readonly now?: string;
  readonly outcome: Finding['outcome']['kind'];
}

export interface SceneFile {
  readonly check: string;
  /** `fail`, `pass`, or a name of its own. */
  readonly name: string;
  readonly scene: CheckScene;
}

export const SCENES = join(import.meta.dirname, '../../fixtures/checks');
const PORTAL = join(import.meta.dirname, '../../fixtures/portal');
const NOW = '2026-11-23T12:00Z';
const HOUR = 3_600_000;

/** Every scene in the folder: `<check>.<name>.json`. */
export function sceneFiles(folder = SCENES): SceneFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => {
      const [check = '', name = ''] = file.split('.');
      return { check, name, scene: JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as CheckScene };
    });
}

/** When the scene plays, ms since the epoch. */
export const momentOf = ({ now = NOW }: CheckScene): number => Date.parse(now);

/** The facts of the scene, dated. */
export function factsOf(scene: CheckScene): FactBook {
  return Object.fromEntries(
    Object.entries(scene.facts ?? {}).map(([key, { value, ageHours = 0 }]) => [
      key,
      {
        value,
        source: 'syncline',
        observedAt: momentOf(scene) - ageHours * HOUR,
        goodFor: 24 * HOUR,
      },
    ]),
  );
}

/** The scene's page with its difference, and its address; null when the scene is facts alone. */
export function pageOf({ page, edits = [] }: CheckScene): { html: string; url: string } | null {
  if (page === undefined) return null;
  if (page === '') throw new Error('name a page of test/fixtures/portal in this scene');
  let html = readFileSync(`${PORTAL}/${page}.html`, 'utf8');
  for (const { from, to } of edits) {
    const parts = html.split(from);
    if (parts.length !== 2)
      throw new Error(`${page}: "${from}" stands there ${parts.length - 1} times, not once`);
    html = parts.join(to);
  }
  const { url } = JSON.parse(readFileSync(`${PORTAL}/${page}.json`, 'utf8')) as { url: string };
  return { html, url };
}
