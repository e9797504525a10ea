/**
 * The first key that stands twice in one object of a text that is JSON, or undefined. `JSON.parse` takes the last of the two and says
 * nothing, and which of two totals was meant is not ours to guess.
 */
export function findTwice(json: string): string | undefined {
  const objects: (Set<string> | null)[] = [];
  for (const [token] of json.matchAll(TOKENS)) {
    if (token === '{') objects.push(new Set());
    else if (token === '[') objects.push(null);
    else if (token === '}' || token === ']') objects.pop();
    else if (token.endsWith(':')) {
      const key: string = JSON.parse(token.slice(0, -1));
      const keys = objects.at(-1);
      if (keys?.has(key)) return key;
      keys?.add(key);
    }
  }
  return undefined;
}

/** A string with the colon that makes it a key; other strings whole, so that nothing within them is taken for a bracket. */
const TOKENS = /"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}[\]]/gs;
