import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Choice {
  name: string;
  onChoose(): void;
}

interface Props {
  /** Of the button and of the menu. */
  label: string;
  buttonClass: string;
  children: ComponentChildren;
  choices: readonly Choice[];
  tabIndex?: number;
}

/** A button that opens a few choices; arrow keys move, Escape goes back to the button. */
export function Menu({ label, buttonClass, children, choices, tabIndex }: Props) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const menuId = useId();
  const leave = (refocus: boolean) => {
    setOpen(false);
    if (refocus) opener.current?.focus();
  };
  return (
    <>
      <button
        type="button"
        class={buttonClass}
        ref={opener}
        tabIndex={tabIndex}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && <Choices id={menuId} label={label} choices={choices} onLeave={leave} />}
    </>
  );
}

interface ChoicesProps {
  id: string;
  label: string;
  choices: readonly Choice[];
  onLeave(refocus: boolean): void;
}

function Choices({ id, label, choices, onLeave }: ChoicesProps) {
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
      aria-label={label}
      ref={menu}
      onKeyDown={onKey}
      onFocusOut={onBlur}
      tabIndex={-1}
    >
      {choices.map((choice) => (
        <button
          key={choice.name}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            onLeave(true);
            choice.onChoose();
          }}
        >
          {choice.name}
        </button>
      ))}
    </div>
  );
}
