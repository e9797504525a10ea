/** The owner's words in place of ours: `textGreeting`, `textClosedByAgent`, or `data-text-greeting` on the tag (W19). */
export function replaceTexts(texts: object, own: Readonly<Record<string, unknown>>, prefix = 'text'): void {
  const all = texts as Record<string, unknown>;
  for (const [name, text] of Object.entries(all)) {
    const key = prefix + name.charAt(0).toUpperCase() + name.slice(1);
    const given = own[key];
    if (Array.isArray(text)) {
      if (typeof given === 'string') all[name] = text.map((before, at) => given.split('|')[at] ?? before);
    } else if (typeof text === 'object' && text) {
      replaceTexts(text, own, key);
    } else if (typeof given === 'string') {
      all[name] = typeof text === 'string' ? given : (...about: unknown[]) => fill(given, about);
    }
  }
}

/** What stands in braces is what the sentence is about, in this order: a name, a number. `{2}` is the second. */
export function fill(text: string, about: readonly unknown[]): string {
  let next = 0;
  return text.replace(/\{(?:(\d)|\w+)\}/g, (_, place) => `${about[place ? place - 1 : next++] ?? ''}`);
}
