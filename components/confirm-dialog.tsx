import { useEffect, useRef } from 'preact/hooks';
import type { Message } from '../utils/model/words.ts';
import { Icon } from './icon.tsx';
import { Text } from './words.tsx';

interface ConfirmDialogProps {
  readonly title: Message;
  readonly text: Message;
  readonly no: Message;
  readonly yes: Message;
  readonly onAnswer: (yes: boolean) => void;
}

/** A question before something that cannot be undone: modal, focus on the harmless answer, Esc means no. */
export function ConfirmDialog({ title, text, no, yes, onAnswer }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const harmless = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    harmless.current?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="confirm"
      role="alertdialog"
      aria-labelledby="confirm-title"
      aria-describedby="confirm-text"
      onCancel={(event) => {
        event.preventDefault();
        onAnswer(false);
      }}
    >
      <h2 id="confirm-title">
        <Text of={title} />
      </h2>
      <p id="confirm-text">
        <Text of={text} />
      </p>
      <div class="acts">
        <button ref={harmless} type="button" class="btn" onClick={() => onAnswer(false)}>
          <Text of={no} />
        </button>
        <button type="button" class="btn danger fill" onClick={() => onAnswer(true)}>
          <Icon name="bin" />
          <Text of={yes} />
        </button>
      </div>
    </dialog>
  );
}
