// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { CHECKS, runChecks } from '../../../utils/checks/index.ts';
import type { PortalFact } from '../../../utils/model/facts.ts';
import type { Check, Finding } from '../../../utils/model/findings.ts';
import { LEVEL_OF } from '../../../utils/model/settings.ts';
import { readPortal } from '../../../utils/portal/index.ts';
import type { CheckScene } from '../../tools/checks/scenes.ts';
import { factsOf, momentOf, pageOf, sceneFiles } from '../../tools/checks/scenes.ts';

/** The settings of the scene: read from its page, or as it says. */
function settingsOf(scene: CheckScene): PortalFact['settings'] {
  const page = pageOf(scene);
  if (!page)
    return Object.fromEntries(
      Object.entries(scene.settings ?? {}).map(([id, value]) => [id, { value, lock: 'unlocked' }]),
    );
  const snapshot = readPortal(new DOMParser().parseFromString(page.html, 'text/html'), page.url);
  if (snapshot.page === null || snapshot.page === 'meetings')
    throw new Error(`${scene.page} is no such page`);
  expect(LEVEL_OF[snapshot.page], 'the level the page speaks for').toBe(scene.level);
  return Object.fromEntries(snapshot.settings.map(({ id, value, lock }) => [id, { value, lock }]));
}

function play(check: Check, scene: CheckScene): Finding['outcome'] {
  const [finding] = runChecks([check], {
    settings: settingsOf(scene),
    facts: factsOf(scene),
    now: momentOf(scene),
    level: scene.level,
    ...(scene.rules ? { rules: scene.rules } : {}),
  });
  if (!finding) throw new Error(`${check.id} does not speak for ${scene.level}`);
  return finding.outcome;
}

const files = sceneFiles();
const says = (outcome: Finding['outcome']) => 'words' in outcome && outcome.words !== undefined;

describe('every check has its pair of scenes in test/fixtures/checks', () => {
  it.each(CHECKS.map((check) => [check.id, check] as const))('%s', (id, check) => {
    const scene = (name: string) => {
      const found = files.find((file) => file.check === id && file.name === name)?.scene;
      if (!found) throw new Error(`write test/fixtures/checks/${id}.${name}.json`);
      return found;
    };
    // Failing, or handing the verdict to a person, with words; and the check when all is well.
    const fail = play(check, scene('fail'));
    expect(['fail', 'needs-review']).toContain(fail.kind);
    expect(says(fail), 'a failing check says why').toBe(true);
    const pass = play(check, scene('pass'));
    expect(['pass', 'not-applicable', 'needs-review']).toContain(pass.kind);
    if (pass.kind === 'needs-review') expect(says(pass), 'it could not tell, and says nothing').toBe(false);
    // No public source shows the label of that one (portal.md 3.6): no page can.
    if (check.setting && check.setting !== 'domain-restriction')
      expect(scene('fail').page, 'a check beside a control fails on a page').toBeTruthy();
  });
});

describe('every scene', () => {
  it.each(files.map((file) => [`${file.check}.${file.name}`, file] as const))(
    '%s',
    (_file, { check: id, scene }) => {
      const check = CHECKS.find((one) => one.id === id);
      if (!check) throw new Error(`no check is called ${id}: delete its scenes`);
      expect(play(check, scene).kind).toBe(scene.outcome);
    },
  );
});
