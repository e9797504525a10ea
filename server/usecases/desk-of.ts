import { FACT_PACKS_BYTES_MAX } from '../../protocol/wire/limits.ts';
import { FACT_PARTS_BYTES_MAX } from '../../protocol/wire/limits-of-measures.ts';
import { finishFacts } from '../domain/measures/answer-facts.ts';
import { FactShelf } from '../domain/measures/fact-shelf.ts';
import { FactWork } from '../domain/measures/fact-work.ts';
import { KeptParts } from '../domain/measures/kept-parts.ts';
import type { Context } from './context.ts';
import type { FactDesk } from './fact-desk.ts';

/** In this thread: for short commands and tests. A relay has threads for it (server/platform/fact-thread.ts). */
function createFactDesk(): FactDesk {
  const memory = { shelf: new FactShelf(FACT_PACKS_BYTES_MAX), kept: new KeptParts(FACT_PARTS_BYTES_MAX) };
  return {
    async answer(order, readPack) {
      const work = new FactWork(memory, order);
      for (const number of work.lacks) work.give(number, await readPack(number));
      return finishFacts(order.name, order.task, [work.part()]);
    },
  };
}

/** For each store its own. */
const desks = new WeakMap<object, FactDesk>();

export function deskOf({ facts, store }: Pick<Context, 'facts' | 'store'>): FactDesk {
  if (facts) return facts;
  const known = desks.get(store);
  if (known) return known;
  const made = createFactDesk();
  desks.set(store, made);
  return made;
}
