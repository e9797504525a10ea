/** What a saved reply may speak of, by the name that stands in its braces (V3). */
export type ReplyValues = Record<'visitor.name' | 'visitor.email' | 'agent.name' | 'site.name', string | null>;

export interface Filled {
  text: string;
  /** Names of which nothing is known here, and that say no word of their own. */
  missing: string[];
}

const PLACE = /(\s?)\{([a-z]+\.[a-z]+)(?:\|([^{}]*))?\}/g;

/**
 * `{visitor.name}` becomes the name; `{visitor.name|there}` becomes "there" where nobody said it; without such a word it goes,
 * together with the space before it. What is no variable stays as it was written.
 */
export function fillReply(body: string, values: ReplyValues): Filled {
  const missing: string[] = [];
  const text = body.replaceAll(PLACE, (whole, space: string, name: string, instead: string | undefined) => {
    if (!(name in values)) return whole;
    const value = values[name as keyof ReplyValues] || instead;
    if (value) return space + value;
    missing.push(name);
    return '';
  });
  return { text, missing };
}
