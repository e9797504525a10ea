import type { FactOrder, PackNeeded } from './fact-order.ts';
import { runOf } from './fact-work.ts';

export interface OrderShare {
  thread: number;
  order: FactOrder;
}

/** Who works out what: a run of packs is always the same thread's, so that each keeps only its own. What is not packed goes along with the first. */
export function shareOrder(order: FactOrder, threads: number): [OrderShare, ...OrderShare[]] {
  const own = Array.from({ length: threads }, (): PackNeeded[] => []);
  for (const pack of order.packs) own[runOf(pack.number) % threads]?.push(pack);
  const asked = [...own.entries()].filter(([, packs]) => packs.length > 0);
  const [[thread, packs] = [0, []], ...others] = asked;
  return [
    { thread, order: { ...order, packs } },
    ...others.map(([other, theirs]) => ({ thread: other, order: { ...order, packs: theirs, live: [] } })),
  ];
}
