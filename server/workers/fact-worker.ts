import {
  FACT_CHANGES_MAX,
  FACT_PACK_CONVERSATIONS,
  FACT_PACKS_EACH_LOOK,
  FACT_PACKS_WARM_EACH_LOOK,
  FACT_PACKS_WARM_MAX,
  FACTS_LOOK_MS,
  FACTS_SETTLE_MS,
} from '../../protocol/wire/limits.ts';
import { BUSINESS_PREPARE_MS } from '../../protocol/wire/limits-of-measures.ts';
import type { PackLine } from '../store/fact-store.ts';
import { createPackReader } from '../usecases/ask-facts.ts';
import type { Context } from '../usecases/context.ts';
import { countAhead, settledPacks } from '../usecases/count-ahead.ts';
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
  context: FactsContext & PackingContext & Pick<Context, 'business'>;
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
  /** Stamps of the packs that are at hand where reports are worked out. */
  const warm = new Map<number, string>();
  let isWarm = false;
  const ahead = createAhead(context);
  const business = createPreparing({ context, onFailure });

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
      isWarm &&= due.length === 0;
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

  /** The first report after a start should not have to read everything: a few packs at each look, the latest first. */
  async function fetchSome(): Promise<void> {
    if (!context.facts || isWarm) return;
    const lines = (await store.listPacks()).slice(-FACT_PACKS_WARM_MAX).reverse();
    const cold = lines.filter(({ number, stamp }) => warm.get(number) !== stamp);
    const next = cold.slice(0, FACT_PACKS_WARM_EACH_LOOK);
    const packs = next.map(({ number, stamp }) => ({ number, stamp, skipped: [], isWhole: false }));
    await context.facts.answer(
      { name: 'prepare', task: { now: context.clock.now() }, packs, live: [] },
      createPackReader(context),
    );
    for (const { number, stamp } of next) warm.set(number, stamp);
    isWarm = cold.length <= FACT_PACKS_WARM_EACH_LOOK;
    if (isWarm) ahead.begin(lines.toReversed());
  }

  const look = () =>
    work()
      .then(fetchSome)
      .then(() => (isWarm ? ahead.step() : undefined))
      .then(() => (isWarm ? business.step() : undefined))
      .catch((error: unknown) => onFailure('facts:pack', error));
  const ticks = every(clock, FACTS_LOOK_MS, look);
  return { start: ticks.start, stop: ticks.stop, look };
}

/** The usual questions, one at each look, again when what is settled changed. */
function createAhead(context: FactsContext) {
  let [lines, counted, next]: [readonly PackLine[], string, number] = [[], '', 0];
  let isDone = true;
  return {
    begin(packs: readonly PackLine[]): void {
      const stamps = settledPacks(packs)
        .map(({ stamp }) => stamp)
        .join();
      if (stamps === counted) return;
      [lines, counted, next, isDone] = [packs, stamps, 0, false];
    },
    async step(): Promise<void> {
      if (isDone) return;
      isDone = !(await countAhead(context, lines, next));
      next += 1;
    },
  };
}

/** The same for the figures of business, which have a process of their own: nobody waits for it here. */
function createPreparing({ context: { business, clock }, onFailure }: FactWorkerParts) {
  let [isBusy, dueAt] = [false, 0];
  return {
    step(): void {
      if (!business || isBusy || clock.now() < dueAt) return;
      isBusy = true;
      business
        .prepare(clock.now())
        .catch((error: unknown) => onFailure('business:prepare', error))
        .finally(() => {
          isBusy = false;
          dueAt = clock.now() + BUSINESS_PREPARE_MS;
        });
    },
  };
}
