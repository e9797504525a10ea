import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect } from 'preact/hooks';
import { CloseIcon } from './icons.tsx';
import { strings } from './strings.ts';
import { useModal } from './use-modal.ts';

interface Props {
  title: string;
  onClose(): void;
  children: ComponentChildren;
}

/** The browser's own dialog: it keeps the keyboard inside, closes on Escape and gives the focus back. */
export function Dialog({ title, onClose, children }: Props) {
  const id = useId();
  const modal = useModal(onClose);
  useLayoutEffect(() => firstOf(modal.ref.current)?.focus(), [modal.ref]);
  return (
    <dialog class="dialog" ref={modal.ref} aria-labelledby={id} onClose={modal.onClose}>
      <div class="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" class="icon-button" aria-label={strings.team.dialog.cancel} onClick={modal.close}>
          <CloseIcon />
        </button>
      </div>
      {children}
    </dialog>
  );
}

/** The first field, or the button that does no harm; the browser by itself takes the × that stands before them. */
function firstOf(dialog: HTMLDialogElement | null): HTMLElement | null | undefined {
  // A box that only ends a long text is no beginning: the text would open at its foot.
  const field = dialog?.querySelector<HTMLInputElement>(
    'input:enabled:not(.keys-sheet input), select:enabled, textarea:enabled',
  );
  if (field?.type === 'radio') return dialog?.querySelector<HTMLElement>('input:checked') ?? field;
  return field ?? dialog?.querySelector<HTMLElement>('.dialog-actions button:not(.button-primary, .button-danger)');
}
