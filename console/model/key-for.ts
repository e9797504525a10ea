import { SKILL_CHARS_MAX } from '../../protocol/wire/limits.ts';

/**
 * A key for what a person calls it: `Große Bestellung` is `grosse_bestellung`. What its letters cannot spell is `topic`, or whatever
 * `kind` says; one that is taken gets a number.
 */
export function keyFor(name: string, kind: string, taken: readonly string[]): string {
  const spelled = name
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_\d]+|_+$/g, '')
    .slice(0, SKILL_CHARS_MAX - 3)
    .replace(/_+$/, '');
  const key = spelled || kind;
  if (!taken.includes(key)) return key;
  let which = 2;
  while (taken.includes(`${key}_${which}`)) which += 1;
  return `${key}_${which}`;
}
