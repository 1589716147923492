// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { createTeachView } from '../../../../utils/adapters/dom/teach/index.ts';

const ONE = { element: document.createElement('div'), title: 'one' };
const TWO = { element: document.createElement('div'), title: 'two' };
let answers: string[];
let view: ReturnType<typeof createTeachView<typeof ONE>>;

const ask = () =>
  view.ask({ setting: 'two-way-sync', number: 1, of: 2, candidates: [ONE, TWO], taught: null });
const inLayer = (selector: string) =>
  [...document.querySelectorAll('syncline-teach')].at(-1)?.shadowRoot?.querySelector(selector) as HTMLElement;
/** An event as the browser makes it of a person's act. */
const byHand = <One extends Event>(event: One): One =>
  Object.defineProperty(event, 'isTrusted', { value: true });
const key = (name: string, more: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true, ...more });
const frame = (at = 0) => inLayer(`[role=option]:nth-child(${at + 1})`);

beforeEach(() => {
  document.body.replaceChildren(ONE.element, TWO.element);
  answers = [];
  view = createTeachView({
    pen: { document, say: ({ key: word }) => word, locale: 'en' },
    choose: ({ title }: typeof ONE) => answers.push(title),
    skip: () => answers.push('skip'),
    stop: () => answers.push('stop'),
    onClosed: () => {},
    signal: new AbortController().signal,
  });
  ask();
});

describe('an answer', () => {
  it('is a press of a person, by key or pointer', () => {
    frame().dispatchEvent(byHand(key('Enter')));
    frame(1).dispatchEvent(byHand(new MouseEvent('click', { bubbles: true })));
    inLayer('button').dispatchEvent(byHand(new MouseEvent('click', { bubbles: true })));
    expect(answers).toEqual(['one', 'two', 'skip']);
  });

  it.each(['Enter', ' '])('is not given by %j held down since the question before', (name) => {
    const held = byHand(key(name, { repeat: true }));
    frame().dispatchEvent(held);
    expect(answers).toEqual([]);
    expect(held.defaultPrevented).toBe(true);
    frame().dispatchEvent(byHand(key('ArrowDown', { repeat: true })));
    expect(frame(1).getAttribute('aria-selected')).toBe('true');
  });

  it('is not given by a script of the page, nor does one move the choice', () => {
    frame(1).dispatchEvent(new Event('pointerenter'));
    frame().dispatchEvent(key('ArrowDown'));
    expect(frame().getAttribute('aria-selected')).toBe('true');
    frame().click();
    frame().dispatchEvent(key('Enter'));
    inLayer('button').click();
    expect(answers).toEqual([]);
  });
});
