/** One press of a key, as the page heard it. */
export interface Stroke {
  /** What the key writes: `k`, `?`, `Enter`. */
  key: string;
  /** Where the key lies: `KeyK`. */
  code: string;
  ctrl: boolean;
  meta: boolean;
  alt: boolean;
  shift: boolean;
  /** The keyboard's letters are of another script. */
  foreign?: boolean;
}

/** One stroke of a shortcut. `mod` is ⌘ on Apple's keyboards, Ctrl elsewhere. */
export interface Chord {
  mod: boolean;
  alt: boolean;
  shift: boolean;
  /** Lower case, as the key writes it: `k`, `?`, `enter`, `arrowdown`. */
  key: string;
}

/** `mod+k`, `alt+n`, `?`; `g i` is one after the other. */
export function readKeys(keys: string): Chord[] {
  return keys.split(' ').map((part) => {
    const names = part.split('+');
    const key = names.pop() || '+';
    return { mod: names.includes('mod'), alt: names.includes('alt'), shift: names.includes('shift'), key };
  });
}

/** Only letters and signs: what a person also writes in a text. */
export function isPlain({ mod, alt, key }: Chord): boolean {
  return !mod && !alt && key.length === 1;
}

/**
 * What the key writes decides, so that a letter is where the person's keyboard has it. Where it writes no Latin letter (Cyrillic,
 * Arabic, Alt on a Mac), its place does. Shift is part of a sign, such as ?, and asked for only with letters and named keys; so is
 * Option on a Mac, which has brackets there.
 */
export function fits(chord: Chord, stroke: Stroke, apple: boolean): boolean {
  const mod = apple ? stroke.meta : stroke.ctrl;
  const other = apple ? stroke.ctrl : stroke.meta;
  const isSign = chord.key.length === 1 && !/[a-z]/.test(chord.key);
  if (mod !== chord.mod || other || (stroke.alt !== chord.alt && !(apple && isSign))) return false;
  if (!isSign && stroke.shift !== chord.shift) return false;
  return keyOf(stroke) === chord.key;
}

/** Question marks of other scripts ask for the same help; and where signs lie that other scripts have letters for. */
const SAME: Record<string, string> = { '؟': '?', '？': '?', BracketLeft: '[', BracketRight: ']', Slash: '/' };
/** Hebrew and Greek have signs where others have q and w, and a Mac's Option writes some; those that do something are meant themselves. */
const SIGN = /^[^a-z0-9/?[\]]$/;

function keyOf({ key, code, alt, foreign }: Stroke): string {
  const written = key.toLowerCase();
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  // ASCII, or a key with a name.
  const isOurs = /^[\x20-\x7e]+$/.test(written) && written !== 'dead';
  if (isOurs && !(letter && (alt || foreign) && SIGN.test(written))) return written;
  return letter ?? SAME[key] ?? SAME[code] ?? written;
}
