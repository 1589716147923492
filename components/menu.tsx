import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../utils/model/words.ts';
import { Icon, type IconName } from './icon.tsx';
import { Text, useReading } from './words.tsx';

export interface MenuItem {
  readonly id: string;
  readonly label: Message;
  readonly icon?: IconName;
  /** Acts only while the menu is open. */
  readonly letter?: string;
  /** A line above it. */
  readonly apart?: boolean;
}

interface MenuProps {
  readonly label: Message;
  readonly items: readonly MenuItem[];
  readonly onChoose: (id: string) => void;
}

/** A menu button as WAI-ARIA describes it: arrows, Home, End and letters inside, Esc and Tab close, focus comes back. */
export function Menu({ label, items, onChoose }: MenuProps) {
  const { say } = useReading();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const entries = () => [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];

  // Before the next key, not after the next paint: a letter typed at once must find the menu.
  useLayoutEffect(() => {
    if (!open) return undefined;
    entries()[0]?.focus();
    const page = root.current?.ownerDocument;
    const outside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    page?.addEventListener('pointerdown', outside);
    return () => page?.removeEventListener('pointerdown', outside);
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const choose = (id: string) => {
    close();
    onChoose(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries();
    const at = all.indexOf(event.target as HTMLElement);
    const goTo: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const target = goTo[event.key];
    const named = items.find((item) => item.letter?.toLowerCase() === event.key.toLowerCase());
    if (event.key === 'Tab') setOpen(false);
    else if (event.key === 'Escape') close();
    else if (target !== undefined) all.at(target % all.length)?.focus();
    else if (named && !event.ctrlKey && !event.metaKey && !event.altKey) choose(named.id);
    else return;
    // Esc closes the menu first, the popup at the next press.
    if (event.key !== 'Tab') event.preventDefault();
  };

  return (
    <div class="menuroot" ref={root} onKeyDown={open ? onKeyDown : undefined}>
      <button
        ref={button}
        type="button"
        class="iconbtn"
        aria-label={say(label)}
        title={say(label)}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      {open && (
        <div class="menu" role="menu" aria-label={say(label)}>
          {items.map(({ id, label: words, icon, letter, apart }) => (
            <>
              {apart && <div role="separator" />}
              <button
                key={id}
                type="button"
                role="menuitem"
                tabIndex={-1}
                aria-keyshortcuts={letter}
                onClick={() => choose(id)}
              >
                {icon ? <Icon name={icon} /> : <span class="i" />}
                <Text of={words} />
                {letter && <kbd aria-hidden="true">{letter}</kbd>}
              </button>
            </>
          ))}
        </div>
      )}
    </div>
  );
}
