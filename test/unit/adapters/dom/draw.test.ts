// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createStage, heard, inside, locking, note } from './stage.ts';

let stage: ReturnType<typeof createStage>;
beforeEach(() => {
  stage?.end.abort();
  stage = createStage();
});
const box = () => stage.hosts()[0];

describe('a box', () => {
  it('ends with who speaks, its source and its age; Hide is last', () => {
    stage.notes(note({ seen: { key: 'note_seen_setting' }, certainty: 'possible' }));
    const foot = inside(box(), '.by');
    expect([...(foot?.children ?? [])].map((child) => child.textContent)).toEqual([
      '',
      'Syncline',
      'Zoom KB1, note_read',
      'note_seen_setting',
      'note_possible',
      'note_hide',
    ]);
  });

  it('names no source where there is none: an organisation’s own word rests on nobody’s page', () => {
    stage.notes(note({ sources: [] }));
    const foot = inside(box(), '.by');
    expect([...(foot?.children ?? [])].map((child) => child.textContent)).toEqual([
      '',
      'Syncline',
      'note_hide',
    ]);
  });

  it('opens its links in a new tab that learns nothing of this page', () => {
    stage.notes(note());
    const link = inside(box(), 'a') as HTMLAnchorElement;
    expect([link.href, link.target, link.rel]).toEqual([
      'https://support.zoom.com/x',
      '_blank',
      'noopener noreferrer',
    ]);
  });

  it('keeps what a change would do closed, with its own title and source', () => {
    stage.notes(note({ before: [locking] }));
    const details = inside(box(), 'details[data-part=before]') as HTMLDetailsElement;
    expect(details.open).toBe(false);
    expect(details.querySelector('.title')?.textContent).toBe('consequence_lock_title');
    expect(details.querySelector('.by a')?.textContent).toBe('Zoom KB1');
  });

  it('shows its title alone while folded', () => {
    stage.notes(note({ folded: true }));
    const details = inside(box(), 'details[data-part=fold]') as HTMLDetailsElement;
    expect(details.open).toBe(false);
    expect(details.querySelector('summary')?.textContent).toBe('note_lead check_two_way_sync_title');
  });
});

describe('a command', () => {
  const words = {
    title: { key: 'check_ews_retirement_title' as const },
    command: { lead: { key: 'check_ews_retirement_command' as const }, code: 'Get-OrganizationConfig' },
  };
  const clipboard = (writeText: () => Promise<void>) =>
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText } as unknown as Clipboard);

  it('is copied, and says so politely', async () => {
    const write = vi.fn(() => Promise.resolve());
    clipboard(write);
    stage.notes(note({ words }));
    inside(box(), '[data-part=copy]')?.click();
    await heard();
    expect(write).toHaveBeenCalledWith('Get-OrganizationConfig');
    expect(inside(box(), '.cmd [role=status]')?.textContent).toBe('note_copied');
  });

  it('is selected instead when copying is refused', async () => {
    clipboard(() => Promise.reject(new Error('denied')));
    stage.notes(note({ words }));
    inside(box(), '[data-part=copy]')?.click();
    await heard();
    expect(inside(box(), '.cmd [role=status]')?.textContent).toBe('note_selected');
  });
});

describe('a line', () => {
  const line = (parts = {}) => note({ form: 'line', kind: 'pass', ...parts });

  it('has one sentence and one link', () => {
    stage.notes(line());
    expect(inside(box(), 'p')?.textContent).toBe('check_two_way_sync_title note_source');
    expect(inside(box(), '.line')?.querySelectorAll('a')).toHaveLength(1);
  });

  it('leads to its step where it has one, on the portal host the reader is on', () => {
    vi.spyOn(document, 'location', 'get').mockReturnValue(new URL('https://us02web.zoom.us/x') as never);
    const step = {
      verb: { key: 'check_decided_above_step' as const },
      href: 'https://zoom.us/account/setting?tab=zoomMailCalendar',
    };
    stage.notes(line({ words: { title: { key: 'check_decided_above_account' as const }, step } }));
    expect((inside(box(), 'a') as HTMLAnchorElement).href).toBe(
      'https://us02web.zoom.us/account/setting?tab=zoomMailCalendar',
    );
  });
});
