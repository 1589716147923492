// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { createStage, inside, locking, note } from './stage.ts';

let stage: ReturnType<typeof createStage>;
let lock: HTMLElement;
const over = (element: Element) =>
  element.dispatchEvent(new Event('pointerover', { bubbles: true, composed: true }));
const key = (name: string) =>
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true }),
  );
const panel = () => stage.hosts().find((host) => host.dataset['note'] === 'lock:lock-probe');
const show = (dialog = null as null | { element: Element; consequence: typeof locking }) =>
  stage.scene(
    [{ element: stage.row('one'), notes: [note()], lock: { control: lock, consequence: locking } }],
    { dialog },
  );

beforeEach(() => {
  stage?.end.abort();
  stage = createStage();
  lock = stage.row('lock');
  show();
});

describe('the panel at a padlock', () => {
  it('opens on focus, without taking it', () => {
    lock.focus();
    expect(inside(panel(), '.panel')?.getAttribute('aria-label')).toBe('note_name(consequence_lock_title)');
    expect((inside(panel(), 'details') as HTMLDetailsElement).open).toBe(true);
    expect(document.activeElement).toBe(lock);
  });

  it('is read out once, for the lock itself cannot be described', () => {
    lock.focus();
    stage.time.pass(150);
    expect(inside(panel(), '[role=status]')?.textContent).toBe('note_name(consequence_lock_title)');
  });

  it('stays while focus goes through other controls of the row on its way', () => {
    lock.focus();
    stage.row('switch').focus();
    stage.time.pass(1_000);
    expect(panel()).toBeDefined();
  });

  it('comes before our own notes, so that it follows the lock in tab order', () => {
    lock.focus();
    expect(stage.names()).toEqual(['lock:lock-probe', 'probe@account']);
  });

  it('opens after 300 ms of hover, not before', () => {
    over(lock);
    stage.time.pass(299);
    expect(panel()).toBeUndefined();
    stage.time.pass(1);
    expect(panel()).toBeDefined();
  });

  it('does not open when the pointer only passes', () => {
    over(lock);
    stage.time.pass(200);
    over(stage.row('after'));
    stage.time.pass(1_000);
    expect(panel()).toBeUndefined();
  });

  it('stays while the pointer crosses into it, and closes after it left both', () => {
    over(lock);
    stage.time.pass(300);
    over(stage.row('after'));
    stage.time.pass(100);
    over(panel() as Element);
    stage.time.pass(1_000);
    expect(panel()).toBeDefined();
    over(stage.row('after'));
    stage.time.pass(200);
    expect(panel()).toBeUndefined();
  });

  it('stays while focus is in the lock, wherever the pointer goes', () => {
    lock.focus();
    over(lock);
    over(stage.row('after'));
    stage.time.pass(1_000);
    expect(panel()).toBeDefined();
    stage.row('after').focus();
    stage.time.pass(200);
    expect(panel()).toBeUndefined();
  });

  it('closes on Esc and stays closed until focus returns', () => {
    lock.focus();
    key('Escape');
    expect(panel()).toBeUndefined();
    stage.time.pass(1_000);
    show();
    expect(panel()).toBeUndefined();
    stage.row('after').focus();
    lock.focus();
    expect(panel()).toBeDefined();
  });

  it('gives focus back to the lock when it is closed from inside, and does not open again by that', () => {
    lock.focus();
    const close = inside(panel(), '[data-part=close]');
    close?.focus();
    close?.click();
    expect(document.activeElement).toBe(lock);
    expect(panel()).toBeUndefined();
  });

  it('makes room for the portal’s dialog, and goes with its lock', () => {
    lock.focus();
    const dialog = document.createElement('div');
    document.body.append(dialog);
    show({ element: dialog, consequence: locking });
    expect(panel()).toBeUndefined();
    show();
    stage.row('after').focus();
    lock.focus();
    stage.notes(note());
    expect(panel()).toBeUndefined();
  });

  it('changes nothing of the lock itself', () => {
    const before = lock.outerHTML;
    lock.focus();
    over(lock);
    stage.time.pass(300);
    key('Escape');
    expect(lock.outerHTML).toBe(before);
  });
});
