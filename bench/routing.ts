import { startPostgres } from '../test/support/postgres.ts';
import { removeFolder } from '../test/support/remove-folder.ts';
import { makeFolder } from './kit/folder.ts';
import type { CrowdSize } from './routing/crowd.ts';
import { benchDecisions } from './routing/decide.ts';
import { benchFreedSlot, type FreedSlotSize } from './routing/freed-slot.ts';
import { benchWorkers, type WorkersSize } from './routing/workers.ts';

export interface RoutingSize {
  decisions: { sizes: CrowdSize[]; rounds: number };
  freedSlot: FreedSlotSize;
  workers: WorkersSize;
  /** Whether PostgreSQL waits for the disk, as in life. */
  durable: boolean;
}

export const FULL_ROUTING: RoutingSize = {
  decisions: {
    sizes: [
      { agents: 1_000, waiting: 10_000 },
      { agents: 10_000, waiting: 100_000 },
    ],
    rounds: 500,
  },
  freedSlot: { agents: 50, waiting: 100, rounds: 300 },
  workers: { assignments: 1_000, workers: 32, nodes: 4, rounds: 3 },
  durable: true,
};
export const SMOKE_ROUTING: RoutingSize = {
  decisions: {
    sizes: [
      { agents: 20, waiting: 200 },
      { agents: 200, waiting: 2_000 },
    ],
    rounds: 10,
  },
  freedSlot: { agents: 2, waiting: 3, rounds: 5 },
  workers: { assignments: 40, workers: 8, nodes: 2, rounds: 1 },
  durable: false,
};

/** Routing by itself: the decision, the way from a freed slot to the next visitor, and many workers at once. */
export async function benchRouting(size: RoutingSize): Promise<void> {
  benchDecisions(size.decisions.sizes, size.decisions.rounds);
  const folder = makeFolder({ readable: true });
  const server = await startPostgres({ parent: folder, durable: size.durable });
  try {
    await benchFreedSlot(size.freedSlot, server.createDatabase);
    await benchWorkers(size.workers, server.createDatabase);
  } finally {
    await server.stop();
    removeFolder(folder);
  }
}
