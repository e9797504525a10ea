import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CloseOutcome, Thread } from '../model/thread.ts';
import { useApp } from './context.ts';
import { CheckIcon, ChevronDownIcon } from './icons.tsx';
import { strings } from './strings.ts';

const OTHERS = ['unresolved', 'spam'] as const;

/** One press closes as resolved; the small menu beside it offers the other outcomes. */
export function CloseConversation({ thread }: { thread: Thread }) {
  const { notice } = useApp();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const menuId = useId();
  const close = async (outcome: CloseOutcome) => {
    setOpen(false);
    if (thread.closing.value) return;
    const answer = await thread.close(outcome);
    if (!answer.ok) notice.show('not_closed');
  };
  const leave = (refocus: boolean) => {
    setOpen(false);
    if (refocus) opener.current?.focus();
  };
  return (
    <div class="split">
      <button
        type="button"
        class="button split-main"
        aria-disabled={thread.closing.value}
        onClick={() => void close('resolved')}
      >
        <CheckIcon size={16} />
        <span>
          {strings.thread.closeShort} <span class="split-rest">{strings.thread.closeRest}</span>
        </span>
      </button>
      <button
        type="button"
        class="button split-more"
        ref={opener}
        aria-label={strings.thread.closeMenu}
        title={strings.thread.closeMenu}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onClick={() => setOpen(!open)}
      >
        <ChevronDownIcon size={16} />
      </button>
      {open && <OutcomeMenu id={menuId} onChoose={(outcome) => void close(outcome)} onLeave={leave} />}
    </div>
  );
}

interface MenuProps {
  id: string;
  onChoose(outcome: CloseOutcome): void;
  onLeave(refocus: boolean): void;
}

function OutcomeMenu({ id, onChoose, onLeave }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    menu.current?.querySelector('button')?.focus();
  }, []);
  const onKey = (event: KeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll('button') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === 'Escape' || event.key === 'Tab') onLeave(event.key === 'Escape');
    else if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items[(at - 1 + items.length) % items.length]?.focus();
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  };
  const onBlur = (event: FocusEvent) => {
    if (!menu.current?.parentElement?.contains(event.relatedTarget as Node | null)) onLeave(false);
  };
  return (
    <div
      class="menu"
      role="menu"
      id={id}
      aria-label={strings.thread.closeMenu}
      ref={menu}
      onKeyDown={onKey}
      onFocusOut={onBlur}
      tabIndex={-1}
    >
      {OTHERS.map((outcome) => (
        <button key={outcome} type="button" role="menuitem" tabIndex={-1} onClick={() => onChoose(outcome)}>
          {strings.thread.closeAs[outcome]}
        </button>
      ))}
    </div>
  );
}
