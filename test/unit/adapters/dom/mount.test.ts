// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { createStage, heard, inside, note } from './stage.ts';

let stage: ReturnType<typeof createStage>;
beforeEach(() => {
  stage?.end.abort();
  stage = createStage();
});

describe('notes on the page', () => {
  it('stand at the end of the setting, and move no node of the page', () => {
    const before = [...stage.row('one').children];
    stage.notes(note());
    expect([...stage.row('one').children].slice(0, before.length)).toEqual(before);
    expect(stage.row('one').lastElementChild).toBe(stage.hosts()[0]);
  });

  it('keep a press on them from the row they stand in', () => {
    stage.notes(note());
    const heardByRow: string[] = [];
    for (const type of ['click', 'keydown', 'pointerdown'])
      stage.row('one').addEventListener(type, () => heardByRow.push(type));
    const drawn = inside(stage.hosts()[0], '.note');
    for (const type of ['click', 'keydown', 'pointerdown'])
      drawn?.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    expect(heardByRow).toEqual([]);
  });

  it('are named for screen readers by kind and title', () => {
    stage.notes(note());
    const drawn = inside(stage.hosts()[0], '.note');
    expect(drawn?.getAttribute('role')).toBe('note');
    expect(drawn?.getAttribute('aria-label')).toBe('note_name(check_two_way_sync_title)');
    expect(drawn?.lang).toBe('en');
  });

  it('are not touched when nothing changed', async () => {
    stage.notes(note(), note({ key: 'second@account', folded: true }));
    const drawn = stage.hosts().map((host) => inside(host, '.note'));
    let records = 0;
    const observer = new MutationObserver((list) => {
      records += list.length;
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    stage.notes(note(), note({ key: 'second@account', folded: true }));
    await heard();
    observer.disconnect();
    expect(records).toBe(0);
    expect(stage.hosts().map((host) => inside(host, '.note'))).toEqual(drawn);
  });

  it('are redrawn alone when they changed, open where the reader had opened them', () => {
    const people = [
      {
        fate: 'stay' as const,
        who: { key: 'consequence_lock_same' as const },
        what: { key: 'consequence_lock_same_what' as const },
      },
    ];
    const words = { title: { key: 'check_two_way_sync_title' as const }, people };
    stage.notes(note({ words }), note({ key: 'other@account' }));
    const [first, second] = stage.hosts();
    const untouched = inside(second, '.note');
    (inside(first, 'details') as HTMLDetailsElement).open = true;
    stage.notes(note({ words, kind: 'warn' }), note({ key: 'other@account' }));
    expect(stage.hosts()).toEqual([first, second]);
    expect(inside(first, '.note')?.className).toContain('warn');
    expect((inside(first, 'details') as HTMLDetailsElement).open).toBe(true);
    expect(inside(second, '.note')).toBe(untouched);
  });

  it('go when their finding goes, and keep their order when a new first one comes', () => {
    stage.notes(note({ key: 'b@account' }));
    stage.notes(note({ key: 'a@account' }), note({ key: 'b@account' }));
    expect(stage.names()).toEqual(['a@account', 'b@account']);
    stage.notes(note({ key: 'a@account' }));
    expect(stage.names()).toEqual(['a@account']);
    stage.notes();
    expect(stage.names()).toEqual([]);
  });

  it('follow their setting into a new container', () => {
    stage.notes(note());
    const [host] = stage.hosts();
    stage.scene([{ element: stage.row('two'), notes: [note()] }]);
    expect(stage.hosts()).toEqual([host]);
    expect(host?.parentElement).toBe(stage.row('two'));
  });

  it('show text as text', () => {
    stage.end.abort();
    document.body.innerHTML = '<div id="one"></div>';
    stage = createStage();
    const source = { name: '<img src=x onerror=alert(1)>', url: 'https://a.example/', read: '2026-11-23' };
    stage.notes(note({ sources: [source] }));
    expect(inside(stage.hosts()[0], 'img')).toBeNull();
    expect(inside(stage.hosts()[0], 'a')?.textContent).toBe(source.name);
  });
});

describe('a page that throws notes out', () => {
  it('gets them back at once, the first time', async () => {
    stage.notes(note());
    stage.hosts()[0]?.remove();
    await heard();
    expect(stage.hosts()[0]?.parentElement).toBe(stage.row('one'));
  });

  it('twice in a second: they move to one floating panel and stay there', async () => {
    stage.notes(note());
    for (let time = 0; time < 2; time += 1) {
      stage.hosts()[0]?.remove();
      await heard();
    }
    expect(stage.names()).toEqual(['floating', 'probe@account']);
    stage.notes(note());
    expect(stage.hosts()[1]?.parentElement).toBe(stage.hosts()[0]);
    expect(inside(stage.hosts()[0], 'aside')?.getAttribute('aria-label')).toBe('note_floating');
  });

  it('twice, but a second apart: they stay beside their setting', async () => {
    stage.notes(note());
    for (let time = 0; time < 3; time += 1) {
      stage.hosts()[0]?.remove();
      await heard();
      stage.time.pass(1_001);
    }
    expect(stage.hosts()[0]?.parentElement).toBe(stage.row('one'));
  });

  it('with the whole row, again and again: the panel too, and lines ask for no panel', () => {
    const line = note({ key: 'line@account', form: 'line', kind: 'pass' });
    for (let time = 0; time < 5; time += 1) {
      const row = stage.row('one');
      row.replaceWith(row.cloneNode(false));
      stage.notes(note(), line);
      stage.time.pass(250);
    }
    expect(stage.names()).toEqual(['floating', 'probe@account']);
  });

  it('gets them and the panel back by the very same scene, which is else not looked at', async () => {
    const scene = [{ element: stage.row('one'), notes: [note(), note({ key: 'second@account' })] }];
    stage.scene(scene);
    for (let time = 0; time < 2; time += 1) {
      document.querySelector('[data-note="probe@account"]')?.remove();
      await heard();
    }
    expect(stage.names()).toEqual(['second@account', 'floating', 'probe@account']);
    document.querySelector('[data-note="floating"]')?.remove();
    stage.row('one').replaceChildren();
    stage.scene(scene);
    expect(stage.names()).toEqual(['second@account', 'floating', 'probe@account']);
    const observer = new MutationObserver(() => undefined);
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    stage.scene(scene);
    expect(observer.takeRecords()).toEqual([]);
  });

  it('has no empty panel left when the last note goes', async () => {
    stage.notes(note());
    for (let time = 0; time < 2; time += 1) {
      stage.hosts()[0]?.remove();
      await heard();
    }
    stage.notes();
    expect(stage.names()).toEqual([]);
  });
});

describe('hide', () => {
  it('takes the note away, tells who asked, and gives focus to the next control', () => {
    stage.notes(note());
    inside(stage.hosts()[0], '[data-part=hide]')?.click();
    expect(stage.names()).toEqual([]);
    expect(stage.hidden).toEqual(['probe@account']);
    expect(document.activeElement).toBe(stage.row('after'));
  });

  it('is not offered on a line', () => {
    stage.notes(note({ form: 'line', kind: 'pass' }));
    expect(inside(stage.hosts()[0], '[data-part=hide]')).toBeNull();
  });
});

describe('leaving', () => {
  it('leaves no node behind, and draws nothing afterwards', async () => {
    stage.notes(note(), note({ key: 'second@account' }));
    stage.page.announce(note());
    stage.end.abort();
    expect(stage.names()).toEqual([]);
    stage.notes(note());
    await heard();
    expect(stage.names()).toEqual([]);
  });

  it('leaves no listener behind', () => {
    stage.end.abort();
    const count = new Map<string, number>();
    const patch = (target: EventTarget) => {
      const add = target.addEventListener.bind(target);
      target.addEventListener = (type: string, listener: never, options?: AddEventListenerOptions) => {
        count.set(type, (count.get(type) ?? 0) + 1);
        options?.signal?.addEventListener('abort', () => count.set(type, (count.get(type) ?? 0) - 1));
        add(type, listener, options);
      };
    };
    patch(document);
    stage = createStage();
    stage.notes(note());
    expect([...count.values()].reduce((sum, one) => sum + one, 0)).toBeGreaterThan(3);
    stage.end.abort();
    expect([...count.values()].every((one) => one === 0)).toBe(true);
    // The patched method is an own property: away with it, the prototype's is back.
    Reflect.deleteProperty(document, 'addEventListener');
  });
});
