/**
 * What a visitor is called whose name nobody knows (J19). A label is always made by the relay, never typed by anybody:
 * `Visitor` and four signs, or `Erased`. It is stored and told so; whoever shows it says it in the reader's language.
 */
const MADE = 'Visitor ';
/** J12: nothing is kept of her. */
export const ERASED_LABEL = 'Erased';
const CODE = /^[\dA-Z]{4}$/;
/** What keeps signs and digits in their order beside Arabic; nobody types it. */
const MARKS = /[\u200e\u200f\u2066-\u2069]/g;

/** With `{code}`, at the end, where the signs stand. */
export interface LabelWords {
  visitor: string;
  erased: string;
}

export const makeLabel = (code: string): string => MADE + code;

export function sayLabel(label: string, words: LabelWords): string {
  if (label === ERASED_LABEL) return words.erased;
  const code = label.slice(MADE.length);
  return label === MADE + code && CODE.test(code) ? words.visitor.replace('{code}', code) : label;
}

/** What is looked for, as the relay keeps it, where it is a label as it is shown and nothing else. Four small letters are a word. */
export function asStored(text: string, words: LabelWords): string {
  const before = words.visitor.replace('{code}', '').replace(MARKS, '');
  const plain = text.replace(MARKS, '');
  const code = plain.slice(before.length);
  const isLabel = plain.toLowerCase().startsWith(before.toLowerCase()) && CODE.test(code.toUpperCase());
  return isLabel && /[\dA-Z]/.test(code) ? makeLabel(code.toUpperCase()) : text;
}
