// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { DialogPlacement } from '../../../../utils/model/notes.ts';
import { createStage, inside, locking } from './stage.ts';

let stage: ReturnType<typeof createStage>;
let dialog: HTMLElement;
const show = (parts: Partial<DialogPlacement<Element>> | null) =>
  stage.scene([], { dialog: parts && { element: dialog, consequence: locking, ...parts } });
const footer = () => dialog.querySelector('footer') as HTMLElement;

beforeEach(() => {
  stage?.end.abort();
  stage = createStage();
  dialog = document.createElement('div');
  dialog.innerHTML = '<h3>Lock?</h3><div id="text"><p>Sure?</p></div><footer><button>Lock</button></footer>';
  document.body.append(dialog);
});

describe('the note in the portal’s dialog', () => {
  it('stands at the end of the text, before the buttons', () => {
    show({ insertBefore: footer() });
    expect(dialog.querySelector('#text')?.lastElementChild).toBe(stage.hosts()[0]);
  });

  it('stands right before the buttons where the text has no box, and at the end where there are none', () => {
    dialog.querySelector('#text')?.remove();
    show({ insertBefore: footer() });
    expect(footer().previousElementSibling).toBe(stage.hosts()[0]);
    show(null);
    show({});
    expect(dialog.lastElementChild).toBe(stage.hosts()[0]);
  });

  it('says the shorter sentence, with its source, and offers nothing to press', () => {
    show({ insertBefore: footer() });
    const [host] = stage.hosts();
    expect(inside(host, '.why')?.textContent).toBe('consequence_lock_dialog');
    expect(inside(host, '.by a')?.textContent).toBe('Zoom KB1');
    expect(inside(host, 'button, details')).toBeNull();
  });

  it('is read out once, politely, and leaves focus where the portal put it', () => {
    footer().querySelector('button')?.focus();
    show({ insertBefore: footer() });
    const region = inside(stage.hosts()[0], '[role=status]');
    expect(region?.textContent).toBe('');
    stage.time.pass(150);
    expect(region?.textContent).toBe('note_name(consequence_lock_title)');
    show({ insertBefore: footer() });
    expect(inside(stage.hosts()[0], '[role=status]')).toBe(region);
    expect(stage.time.waiting()).toBe(0);
    expect(document.activeElement?.textContent).toBe('Lock');
  });

  it('goes with the dialog, and comes back when the page threw it out', () => {
    show({ insertBefore: footer() });
    stage.hosts()[0]?.remove();
    show({ insertBefore: footer() });
    expect(stage.names()).toEqual(['dialog:lock-probe']);
    show(null);
    expect(stage.names()).toEqual([]);
  });
});
