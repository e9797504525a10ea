import type { Keyboard, KeyFocus } from '../model/ports.ts';

/** What a letter is written into; and what has letters of its own: menus and lists find by them. */
const WRITING =
  'input:not([type="checkbox"], [type="radio"], [type="button"], [type="range"]), textarea, select, [contenteditable], [role="menu"], [role="listbox"], [role="combobox"]';

export const pageKeyboard: Keyboard = {
  apple: /Mac|iPhone|iPad/.test(navigator.platform),
  listen(heard) {
    const hear = (event: KeyboardEvent) => {
      // What a view has answered, what composes a character (Japanese, Chinese), and a key that is held are not for us.
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const { key, code, ctrlKey: ctrl, metaKey: meta, altKey: alt, shiftKey: shift } = event;
      // AltGr writes signs and is none of our Alt.
      if (event.getModifierState('AltGraph') || ['Shift', 'Control', 'Alt', 'Meta'].includes(key)) return;
      if (heard({ key, code, ctrl, meta, alt, shift }, focusOf(event))) event.preventDefault();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  },
};

function focusOf(event: KeyboardEvent): KeyFocus {
  if (document.querySelector('dialog[open]')) return 'modal';
  return (event.target as Element | null)?.closest?.(WRITING) ? 'writing' : 'free';
}
