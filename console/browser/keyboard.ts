import type { Keyboard, KeyFocus } from '../model/ports.ts';

/** What a letter is written into; and what has letters of its own: menus and lists find by them. */
const WRITING =
  'input:not([type="checkbox"], [type="radio"], [type="button"], [type="range"]), textarea, select, [contenteditable], [role="menu"], [role="listbox"], [role="combobox"]';

/** What Safari says of the key that ends the choice of a word. */
const IME_KEY = 229;
const LATIN_LAST = '\u024f';
let foreign = false;

export const pageKeyboard: Keyboard = {
  apple: /Mac|iPhone|iPad/.test(navigator.platform),
  listen(heard) {
    const hear = (event: KeyboardEvent) => {
      // What a view has answered, what composes a character (Japanese, Chinese), and a key that is held are not for us.
      if (event.defaultPrevented || event.isComposing || event.keyCode === IME_KEY || event.repeat) return;
      const { key, code, metaKey: meta, shiftKey: shift } = event;
      // AltGr writes signs and is none of our Alt.
      const graph = event.getModifierState('AltGraph');
      if ((graph && !/^[/?[\]]$/.test(key)) || ['Shift', 'Control', 'Alt', 'Meta'].includes(key)) return;
      if (/^\p{L}$/u.test(key)) foreign = key > LATIN_LAST;
      const [ctrl, alt] = [!graph && event.ctrlKey, !graph && event.altKey];
      if (heard({ key, code, ctrl, meta, alt, shift, foreign }, focusOf(event))) event.preventDefault();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  },
};

function focusOf(event: KeyboardEvent): KeyFocus {
  if (document.querySelector('dialog[open]')) return 'modal';
  return (event.target as Element | null)?.closest?.(WRITING) ? 'writing' : 'free';
}
