import { useApp } from './context.ts';
import { keyWords } from './strings-of-keys.ts';

/** Signs that Apple prints on its keys; arrows are arrows everywhere. */
const APPLE: Record<string, string> = { mod: '⌘', alt: '⌥', shift: '⇧', enter: '⏎', escape: 'esc', backspace: '⌫' };
const SIGNS: Record<string, string> = { arrowup: '↑', arrowdown: '↓', arrowleft: '←', arrowright: '→' };

const FUNCTION_KEY = /^f\d+$/;

/** `mod+k` as this platform writes it: the caps of each stroke. */
function capsOf(keys: string, apple: boolean): string[][] {
  return keys.split(' ').map((stroke) => stroke.split('+').map((part) => capOf(part, apple)));
}

function capOf(part: string, apple: boolean): string {
  if (part === '') return '+';
  if (apple && APPLE[part]) return APPLE[part];
  const name = keyWords.names[part === 'mod' ? 'ctrl' : part] ?? SIGNS[part] ?? part;
  return name.length === 1 || FUNCTION_KEY.test(name) ? name.toUpperCase() : name;
}

/** In one line, for tooltips: `Ctrl+K`, `⌘K`, `G then I`. */
export function spellKeys(keys: string, apple: boolean): string {
  return capsOf(keys, apple)
    .map((caps) => caps.join(apple ? '' : '+'))
    .reduce((first, second) => keyWords.inOrder(first, second));
}

/** For `aria-keyshortcuts`, which knows no second stroke. */
function ariaKeys(keys: string, apple: boolean): string | undefined {
  if (keys.includes(' ')) return undefined;
  const names: Record<string, string> = { mod: apple ? 'Meta' : 'Control', alt: 'Alt', shift: 'Shift' };
  return keys
    .split('+')
    .map((part) => names[part] ?? (part.length === 1 || FUNCTION_KEY.test(part) ? part.toUpperCase() : part))
    .join('+');
}

/** Attributes of a control that a command's key presses as well: its tooltip says so. */
export function useKeysOf(id: string, label: string): { title: string; 'aria-keyshortcuts'?: string | undefined } {
  const { commands } = useApp();
  const keys = commands.find(id)?.keys;
  if (!keys) return { title: label };
  const { apple } = commands;
  return {
    title: keyWords.withKeys(label, spellKeys(keys, apple)),
    'aria-keyshortcuts': ariaKeys(keys, apple),
  };
}

/** The caps themselves, for the sheet and the palette. */
export function Keys({ of }: { of: string }) {
  const { apple } = useApp().commands;
  const strokes = capsOf(of, apple);
  return (
    <span class="keys">
      {strokes.map((caps, index) => (
        <Stroke key={caps.join()} caps={caps} first={index === 0} />
      ))}
    </span>
  );
}

function Stroke({ caps, first }: { caps: string[]; first: boolean }) {
  return (
    <>
      {!first && <span class="keys-then">{keyWords.andThen}</span>}
      {caps.map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </>
  );
}
