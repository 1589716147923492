import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CHECKS } from '../../../utils/checks/index.ts';
import { outcomesOf } from '../../tools/checks/outcomes.ts';
import { checksPage } from '../../tools/checks/page.ts';
import { sceneFiles } from '../../tools/checks/scenes.ts';

const page = checksPage();

it('docs/checks.md is what the registry says', () => {
  const kept = readFileSync(new URL('../../../docs/checks.md', import.meta.url), 'utf8');
  expect(kept === page, 'run npm run docs:checks').toBe(true);
});

it('names every check, with words for all it says and a day for every source', () => {
  for (const { id, sources } of CHECKS) {
    expect(page).toContain(`### \`${id}\``);
    for (const { url, read } of sources) expect(page).toContain(`(${url}), read ${read}`);
  }
  expect(page).not.toContain('is not in the catalogue');
});

it('tells every verdict the scenes have', () => {
  const untold = sceneFiles().filter(({ check, scene }) => {
    const found = CHECKS.find(({ id }) => id === check);
    // Without words it is the engine's: a control or a fact that is not there.
    return (
      scene.outcome !== 'needs-review' &&
      !(found && outcomesOf(found, [scene]).some(({ kind }) => kind === scene.outcome))
    );
  });
  expect(untold.map(({ check, name }) => `${check}.${name}`)).toEqual([]);
});
