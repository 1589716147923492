import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ManagedBuild, managedBuild, MAY_SET_POLICY } from '../browser/policy.ts';
import { ACCOUNT_SETTINGS, notesSettled, PORTAL } from '../browser/portal.ts';
import { CLEAN, type Scene, startScene } from '../browser/scene.ts';
import { CLIENT_ID, TENANT_DOMAIN } from '../sim/world/index.ts';

/** The kit for Linux as it is shipped, for this id, with some fields set otherwise. */
function kit(id: string, other: Record<string, unknown>): Record<string, unknown> {
  const file = readFileSync(new URL('../../docs/deploy/linux/syncline.json', import.meta.url), 'utf8');
  const { '3rdparty': third } = JSON.parse(file.replace('EXTENSION_ID', id)) as {
    '3rdparty': { extensions: Record<string, Record<string, unknown>> };
  };
  return { ...third.extensions[id], ...other };
}

const row = (page: Page, field: string) => page.locator(`tr[data-field="${field}"]`);

describe.runIf(MAY_SET_POLICY)('everything under policy, with bad fields among the good', () => {
  let build: ManagedBuild;
  let scene: Scene;
  let options: Page;

  beforeAll(async () => {
    build = managedBuild();
    build.set(
      kit(build.id, {
        clientId: CLIENT_ID,
        tenant: TENANT_DOMAIN,
        cloud: 'mars',
        checks:
          '{"sso-prompt-off": {"show": false}, "sso-promt": {"show": false}, "oauth-lifetime": {"impact": "huge"}}',
        ownBaseline: '{"two-way-sync": {"expected": "off", "reason": "Rooms are booked elsewhere"}}',
        labels: '{"two-way-sync": ["Keep both sides alike"]}',
        notifications: false,
      }),
    );
    scene = await startScene({ browser: { build: build.folder } });
    options = await scene.chrome.open('options.html');
  });
  afterAll(async () => {
    const left = await scene.end();
    build.end();
    expect(left).toEqual(CLEAN);
  });

  it('shows each value with its source, and each bad part with its reason; the rest is in force', async () => {
    await row(options, 'clientId').getByText(CLIENT_ID).waitFor();
    expect(await row(options, 'tenant').innerText()).toContain(TENANT_DOMAIN);
    expect(await row(options, 'tenant').innerText()).toContain('Policy');
    expect(await row(options, 'cloud').innerText()).toMatch(
      /Refused.*cloud.*not one of those possible[\s\S]*global\s+Default/,
    );
    const checks = await row(options, 'checks').innerText();
    expect(checks).toMatch(/checks\.sso-promt\s+Nothing of this name is known/);
    expect(checks).toMatch(/checks\.oauth-lifetime\.impact\s+This value is not one/);
    expect(checks).toContain('sso-prompt-off: show=false');
    expect(await row(options, 'ownBaseline').innerText()).toContain('two-way-sync=off');
  });

  it('dates each value from when this browser first saw it', async () => {
    await options.waitForFunction(() =>
      /20\d\d/.test(document.querySelector('tr[data-field="tenant"] td:last-child')?.textContent ?? ''),
    );
    expect(await row(options, 'cloud').locator('td').last().innerText()).toBe('–');
  });

  it('locks what policy set, and nobody is offered what it forbids', async () => {
    expect(await options.locator('input[name="clientId"]').getAttribute('readonly')).not.toBeNull();
    await options.getByText('Your organisation has turned notifications off.').waitFor();
    await options.getByText('Your organisation uses this one.').waitFor();
  });

  it('reaches the notes: the organisation’s own rule speaks, with its reason', async () => {
    const page = await scene.chrome.context.newPage();
    await page.goto(PORTAL + ACCOUNT_SETTINGS);
    const notes = await notesSettled(page);
    expect(notes.map(({ text }) => text).join('\n')).toContain('Rooms are booked elsewhere');
    await page.close();
  });

  it('makes a redesigned page readable by the organisation’s own label, and the note says so', async () => {
    const page = await scene.chrome.context.newPage();
    await page.goto(`${PORTAL}${ACCOUNT_SETTINGS}&unfamiliar=1&family=new`);
    const notes = await notesSettled(page);
    expect(notes.map(({ text }) => text).join('\n')).toMatch(
      /Rooms are booked elsewhere[\s\S]*label given by your organisation/,
    );
    await page.close();
  });

  it('arrives without a restart', async () => {
    build.set(kit(build.id, { clientId: CLIENT_ID, tenant: 'other.example' }));
    const page = await scene.chrome.context.newPage();
    await page.goto('chrome://policy');
    await page.locator('#reload-policies').click();
    await row(options, 'tenant').getByText('other.example').waitFor();
    expect(await row(options, 'cloud').innerText()).not.toContain('Refused');
    await page.close();
  });
});
