import {
  FACT_CHANGES_MAX,
  FACT_PACK_CONVERSATIONS,
  FACT_PACKS_EACH_LOOK,
  FACTS_LOOK_MS,
  FACTS_SETTLE_MS,
} from '../../protocol/wire/limits.ts';
import { makePack, type PackingContext } from '../usecases/pack-facts.ts';
import { type FactsContext, loadHours } from '../usecases/read-columns.ts';
import { every } from './every.ts';
import type { ReportFailure } from './tell.ts';

export interface FactWorker {
  start(): void;
  /** Resolves when the look under way has ended. */
  stop(): Promise<void>;
  /** One look now. Never rejects. */
  look(): Promise<void>;
}

export interface FactWorkerParts {
  context: FactsContext & PackingContext;
  onFailure: ReportFailure;
}

/**
 * Packs what has come to rest (docs/measures.md): of conversations that did not change for a while those that are closed. Nothing of
 * it is on a message's way; a report reads from the tables whatever is not packed yet. Bounded work in each look.
 */
export function createFactWorker({ context, onFailure }: FactWorkerParts): FactWorker {
  const { store, clock } = context;
  /** Where the feed stood when. */
  let seen: { at: number; change: number }[] = [];

  async function settledChange(known: number): Promise<number> {
    const now = clock.now();
    const head = await store.readChange();
    // At the first look nobody knows how long it has been at rest: it is packed, and perhaps once more later.
    if (seen.length === 0) seen = [{ at: now - FACTS_SETTLE_MS, change: head }];
    else seen.push({ at: now, change: head });
    const settled = seen.findLast(({ at }) => at <= now - FACTS_SETTLE_MS);
    seen = seen.filter((one) => one.at >= (settled?.at ?? 0));
    return settled?.change ?? known;
  }

  async function work(): Promise<void> {
    const { change } = await store.readFactState();
    const settled = await settledChange(change);
    if (settled <= change) return;
    const hoursOf = await loadHours(context);
    let left = FACT_PACKS_EACH_LOOK;
    for (let after = change; after < settled; ) {
      const upTo = Math.min(settled, after + FACT_CHANGES_MAX);
      const due = await listDue(after, upTo);
      for (const number of due.slice(0, left)) await store.keepPack(await makePack(context, hoursOf, number));
      left -= due.length;
      // What is left over is due in the next look, and what was made is not made again.
      if (left < 0) return;
      await store.setFactState({ change: upTo });
      after = upTo;
    }
  }

  /** Packs that do not know of a change in this stretch of the feed. */
  async function listDue(after: number, upTo: number): Promise<number[]> {
    const made = new Map((await store.listPacks()).map(({ number, change }) => [number, change]));
    const changed = await store.listChangedPacks({ after, upTo, packOf: FACT_PACK_CONVERSATIONS });
    return changed.filter((one) => (made.get(one.number) ?? -1) < one.change).map((one) => one.number);
  }

  const look = () => work().catch((error: unknown) => onFailure('facts:pack', error));
  const ticks = every(clock, FACTS_LOOK_MS, look);
  return { start: ticks.start, stop: ticks.stop, look };
}
