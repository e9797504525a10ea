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
  const name = input.name.trim();
  if (name === '') return refused('invalid_payload', { field: 'name', hint: 'A site needs a name.' });
  const origins: string[] = [];
  for (const [index, text] of input.origins.entries()) {
    const check = normaliseOrigin(text);
    if ('wrong' in check) return refused('invalid_payload', { field: `origins.${index}`, hint: check.wrong });
    if (!origins.includes(check.origin)) origins.push(check.origin);
  }
  const id = context.ids.site();
  const site: Site = { id, key: input.key ?? id, name, origins };
  const result = await context.store.addSite({ ...site, at: context.clock.now() });
  if (result === 'key_taken') return refused('invalid_payload', { field: 'key', hint: 'This key is in use.' });
  return answered({ site });
}
