import type { Filter } from '../../protocol/wire/measures.ts';
import { planOf } from '../domain/routing/plan-of.ts';
import type { Store } from '../store/store.ts';
import { askFacts } from './ask-facts.ts';
import type { Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { loadServiceBook } from './service-book.ts';

type Filters = Partial<Record<Filter, string>> & { zone: string };
type Named = (typeof NAMED)[number];

/** What owners, pages and people name: a name that nobody knows is a mistake. All others are closed lists. */
const NAMED = [
  'site',
  'department',
  'agent',
  'segment',
  'topic',
  'language',
  'tag',
  'page',
] as const satisfies readonly Filter[];
const KNOWN_MAX = 1_000;

/** What was found in the facts once stays there: one for each store, so that two relays in one process (tests) never share it. */
const found = new WeakMap<Store, Set<string>>();

/**
 * A question about what never was is refused, because zeros would look like an answer. What was removed has its history, and so its
 * figures. A site may be named by its key, as everywhere else.
 */
export async function checkFilters<Asked extends Filters>(context: Context, asked: Asked): Promise<Done<Asked>> {
  const question = { ...asked };
  if (question.site) question.site = await idOfSite(context, question.site);
  for (const name of NAMED) {
    const value = question[name];
    // An empty one means those that have none.
    if (value === undefined || value === '') continue;
    if ((await isKnown(context, name, value)) || (await wasSeen(context, name, value))) continue;
    return refused('not_found', {
      field: name,
      hint: `Nothing was ever counted for this ${name}, and none is called so.`,
    });
  }
  return answered(question);
}

async function idOfSite({ store }: Context, site: string): Promise<string> {
  return (await store.listSites()).find(({ key }) => key === site)?.id ?? site;
}

/** Is, or was, without any conversation perhaps. */
async function isKnown({ store }: Context, name: Named, value: string): Promise<boolean> {
  if (name === 'site' || name === 'department' || name === 'agent') {
    const names = await store.listNames();
    return names[`${name}s`].some(({ id }) => id === value);
  }
  if (name === 'segment') {
    const { segmentTargets } = planOf(await store.readRoutingPlan());
    return value === 'new' || value === 'returning' || Object.hasOwn(segmentTargets, value);
  }
  if (name !== 'topic') return false;
  const book = await loadServiceBook({ store });
  return book.sites().some(([, { front }]) => front.topics.some(({ key }) => key === value));
}

async function wasSeen(context: Context, name: Named, value: string): Promise<boolean> {
  const known = found.get(context.store) ?? new Set<string>();
  const key = `${name} ${value}`;
  if (known.has(key)) return true;
  const always = { from: 0, to: context.clock.now() + 1, zone: 'UTC', clock: 'calendar' } as const;
  const question = { ...always, [name]: value };
  const { total } = await askFacts(context, 'rows', { question, of: 'episodes', after: null, limit: 1 });
  if (total === 0) return false;
  if (known.size < KNOWN_MAX) known.add(key);
  found.set(context.store, known);
  return true;
}
