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
      // What stands in braces, in this order, is what the sentence is about: a name, a number.
      all[name] =
        typeof text === 'string'
          ? given
          : (...about: unknown[]) => given.replace(/\{\w+\}/g, () => `${about.shift() ?? ''}`);
    }
  }
}
