import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT_SETTINGS, notesSettled, PORTAL } from '../browser/portal.ts';
import { CLEAN, type Scene, startScene } from '../browser/scene.ts';

const TITLE = /rule book|Zoom field guide|CIS Zoom/;

describe('rule books somebody chose, nobody signed in anywhere', () => {
  let scene: Scene;
  let page: Page;
  beforeAll(async () => {
    scene = await startScene({
      portal: {
        account: {
          values: {
            'third-party-integration': 'on',
            'two-way-sync': 'off',
            'authorize-with': 'graph',
            'default-service': 'office365',
          },
        },
      },
    });
    page = await scene.chrome.context.newPage();
  });
  afterAll(async () => {
    expect(scene.world.portal.writes).toEqual([]);
    expect(await scene.end()).toEqual(CLEAN);
  });

  const told = async () => {
    await page.goto(`${PORTAL}${ACCOUNT_SETTINGS}&family=new`);
    return (await notesSettled(page, 4)).filter((note) => TITLE.test(note.name));
  };
  const choose = async (...names: string[]) => {
    const options = await scene.chrome.open('options.html');
    const group = options.getByRole('group', { name: 'Rule books' });
    for (const name of ['Zoom field guide', 'CIS Zoom v1.0.0']) {
      const box = group.getByRole('checkbox', { name });
      if ((await box.isChecked()) === names.includes(name)) continue;
      await box.click();
      await options.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
    }
    await options.reload();
    for (const name of names) expect(await group.getByRole('checkbox', { name }).isChecked()).toBe(true);
    await options.close();
  };

  it('with none chosen Syncline names both and gives no verdict', async () => {
    const notes = await told();
    expect(notes.map(({ name }) => name)).toEqual(['Not judged: Two rule books disagree about this setting']);
  });

  it('one chosen is compared with: expected beside actual, and the source is that book’s', async () => {
    await choose('CIS Zoom v1.0.0');
    const [note, ...others] = (await told()).filter(({ name }) => name.includes('1.1.5.1'));
    expect(others).toEqual([]);
    expect(note?.name).toBe('Advice: CIS Zoom v1.0.0, 1.1.5.1: off expected, on here');
    expect(note?.text).toContain('CIS Zoom v1.0.0, read 23 Nov 2026');
    expect(note?.text).not.toContain('field guide');
  });

  it('two that contradict each other are shown as such, and judged where they do not', async () => {
    await choose('CIS Zoom v1.0.0', 'Zoom field guide');
    const notes = (await told()).map(({ name }) => name);
    expect(notes).toContain('Not judged: The rule books you follow disagree about this setting');
    expect(notes).toContain('Advice: Zoom field guide: on expected, off here');
    expect(notes.some((name) => name.includes('1.1.5.1: off expected'))).toBe(false);
  });

  it('stand in the workbench beside what was seen, with its age', async () => {
    const workbench = await scene.chrome.open('workbench.html#baselines');
    const row = (name: string) => workbench.getByRole('row', { name: new RegExp(`^${name}`) });
    await row('Two-way sync').waitFor();
    expect(await row('Two-way sync').innerText()).toMatch(/Off[^]*On[^]*Differs/);
    expect(await row('Third-party').innerText()).toContain('Rule books disagree');
    expect(await row('Authorize with').innerText()).toContain('As expected');
    expect(await row('Setting').innerText()).toMatch(/Account\s+just now/);
    await workbench.close();
  });

  it('given up again leave nothing behind', async () => {
    await choose();
    expect((await told()).map(({ name }) => name)).toEqual([
      'Not judged: Two rule books disagree about this setting',
    ]);
  });
});
