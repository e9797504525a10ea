import { FACT_TRIES_MAX } from '../../protocol/wire/limits-of-measures.ts';
import type { FactPart } from '../domain/measures/answer-facts.ts';
import { buffersOf } from '../domain/measures/buffers-of.ts';
import type { FactOrder } from '../domain/measures/fact-order.ts';
import { shareOrder } from '../domain/measures/share-order.ts';
import type { FactDesk, FactPool, ReadPack } from './fact-desk.ts';

type Asked = Awaited<ReturnType<FactPool['ask']>>;

/** Has each thread count its share of the packs, and one of them put the parts together. What had been asked of one that ended is asked again. */
export function createSharedDesk(pool: FactPool): FactDesk {
  async function answerOnce(order: FactOrder, readPack: ReadPack): Promise<Asked> {
    const shares = shareOrder(order, pool.threads);
    const asked = shares.map((share) => again(() => pool.ask(share.thread, { say: { order: share.order } }, readPack)));
    const parts = (await Promise.all(asked)) as FactPart[];
    const finish = { name: order.name, task: order.task, parts };
    // Parts were made for this report alone: handed over, not copied.
    const transfer = buffersOf(parts.map(({ counted }) => counted));
    return pool.ask(shares[0].thread, { say: { finish }, transfer }, readPack);
  }
  return { answer: (order, readPack) => again(() => answerOnce(order, readPack)) as Promise<never> };
}

async function again(work: () => Promise<Asked>): Promise<unknown> {
  for (let tried = 1; tried <= FACT_TRIES_MAX; tried += 1) {
    const asked = await work();
    if (asked !== 'ended') return asked.found;
  }
  throw new Error('A thread of reports has ended.');
}
