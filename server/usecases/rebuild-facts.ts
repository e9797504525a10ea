import { FACT_PACK_CONVERSATIONS } from '../../protocol/wire/limits.ts';
import { makePack, type PackingContext } from './pack-facts.ts';
import { type FactsContext, loadHours } from './read-columns.ts';

export interface RebuildTold {
  /** With which pack it begins: above 0 where one before was ended half-way. */
  begin(first: number, all: number): void;
  made(progress: { number: number; all: number; episodes: number }): void;
}

/** Makes every pack again from the tables. Each replaces the one before as a whole, so that reports are right at any time. */
export async function rebuildFacts(
  context: FactsContext & PackingContext,
  told: RebuildTold,
): Promise<{ packs: number; same: number }> {
  const { store } = context;
  const hoursOf = await loadHours(context);
  const { rebuilt: first } = await store.readFactState();
  // All that changes from here on is packed by the relay in its time.
  const change = await store.readChange();
  const all = Math.floor((await store.readLastNo()) / FACT_PACK_CONVERSATIONS) + 1;
  const stamps = stampsOf(await store.listPacks());
  const contacts = stampsOf(await store.listContactPacks());
  told.begin(first, all);
  let same = 0;
  for (let number = first; number < all; number += 1) {
    const pack = await makePack(context, hoursOf, number);
    if (stamps.get(number) === pack.stamp && contacts.get(number) === pack.contacts.stamp) same += 1;
    await store.keepPack(pack);
    await store.setFactState({ rebuilt: number + 1 });
    told.made({ number, all, episodes: pack.episodes });
  }
  // One that goes on knows nothing of what changed in its first part meanwhile.
  await store.setFactState(first === 0 ? { change, rebuilt: 0 } : { rebuilt: 0 });
  return { packs: all - first, same };
}

function stampsOf(lines: readonly { number: number; stamp: string }[]): Map<number, string> {
  return new Map(lines.map(({ number, stamp }) => [number, stamp]));
}
