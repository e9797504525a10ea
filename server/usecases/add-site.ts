import { NAME_CHARS_MAX } from '../../protocol/wire/limits.ts';
import { normaliseOrigin } from '../domain/origin.ts';
import type { Site } from '../store/store.ts';
import type { Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';

export interface AddSite {
  name: string;
  origins: string[];
  /** For the demo's own site; others get a fresh one. */
  key?: string;
}

/** A new site with its exact list of origins; an empty list allows nobody (D8). */
export async function addSite(context: Context, input: AddSite): Promise<Done<{ site: Site }>> {
  const checked = checkSite(input);
  if ('refusal' in checked) return checked.refusal;
  const id = context.ids.site();
  const site: Site = { id, key: input.key ?? id, ...checked };
  const result = await context.store.addSite({ ...site, at: context.clock.now() });
  if (result === 'key_taken') return refused('invalid_payload', { field: 'key', hint: 'This key is in use.' });
  return answered({ site });
}

/** A name, and origins in the form in which browsers send them, each once; or what is wrong, with its field. */
export function checkSite(input: {
  name: string;
  origins: string[];
}): { name: string; origins: string[] } | { refusal: Done<never> } {
  const name = input.name.trim();
  const wrong = findWrongName(name);
  if (wrong) return { refusal: refused('invalid_payload', { field: 'name', hint: wrong }) };
  const origins: string[] = [];
  for (const [index, text] of input.origins.entries()) {
    const check = normaliseOrigin(text);
    if ('wrong' in check)
      return { refusal: refused('invalid_payload', { field: `origins.${index}`, hint: check.wrong }) };
    if (!origins.includes(check.origin)) origins.push(check.origin);
  }
  return { name, origins };
}

/** It is read by agents, by visitors, and in terminals, which obey control characters. */
function findWrongName(name: string): string | undefined {
  if (name === '') return 'A site needs a name.';
  if (name.length > NAME_CHARS_MAX) return `The name of a site has at most ${NAME_CHARS_MAX} characters.`;
  return /\p{Cc}/u.test(name) ? 'The name of a site has no control characters.' : undefined;
}
