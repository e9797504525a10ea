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
 * Arabic, Alt on a Mac), its place does. Shift is part of a sign, such as ?, and asked for only with letters and named keys.
 */
export function fits(chord: Chord, stroke: Stroke, apple: boolean): boolean {
  const mod = apple ? stroke.meta : stroke.ctrl;
  const other = apple ? stroke.ctrl : stroke.meta;
  if (mod !== chord.mod || other || stroke.alt !== chord.alt) return false;
  const isSign = chord.key.length === 1 && !/[a-z]/.test(chord.key);
  if (!isSign && stroke.shift !== chord.shift) return false;
  return keyOf(stroke) === chord.key;
}

/** Question marks of other scripts ask for the same help. */
const SAME: Record<string, string> = { '؟': '?', '？': '?', ';': '?' };

function keyOf({ key, code }: Stroke): string {
  const written = key.toLowerCase();
  // ASCII, or a key with a name.
  if (/^[\x20-\x7e]+$/.test(written) && written !== 'dead') return written;
  const place = /^Key([A-Z])$/.exec(code)?.[1];
  return place?.toLowerCase() ?? SAME[key] ?? written;
}
