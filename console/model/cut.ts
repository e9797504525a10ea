/** At most so many characters, and never half of one: what ends in a half cannot stand in an address. */
export function cut(text: string, charsMax: number): string {
  return text.slice(0, charsMax).replace(/[\uD800-\uDBFF]$/, '');
}
