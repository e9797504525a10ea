import { systemClock } from '../../server/platform/system-clock.ts';
import { openStore } from '../../server/store/open-store.ts';
import { createRoutingWorker } from '../../server/workers/routing-worker.ts';
import { World } from '../../test/contract/world.ts';
import { removeFolder } from '../../test/support/remove-folder.ts';
import { makeFolder } from '../kit/folder.ts';
import { printResult, printTable } from '../kit/print.ts';
import { quantile } from '../kit/stats.ts';

/**
 * From the moment at which an agent ends a conversation until the next visitor's assignment is told, in one node: the durable
 * end, the look, the decision, the durable assignment. Baseline: the durable end alone.
 */
export interface FreedSlotSize {
  agents: number;
  waiting: number;
  rounds: number;
}

const CAPACITY = 4;

interface Times {
  end: number[];
  assigned: number[];
}

export async function benchFreedSlot(size: FreedSlotSize, createDatabase: () => Promise<string>): Promise<void> {
  const rows: string[][] = [];
  for (const name of ['SQLite FULL', 'PostgreSQL'] as const) {
    const databaseUrl = name === 'PostgreSQL' ? await createDatabase() : undefined;
    const { end, assigned } = await measure(size, databaseUrl);
    const show = (values: number[]) => `${quantile(values, 0.5).toFixed(1)} / ${quantile(values, 0.99).toFixed(1)}`;
    const ratio = (quantile(assigned, 0.5) / quantile(end, 0.5)).toFixed(1);
    rows.push([name, show(assigned), show(end), ratio]);
    const two = (values: number[]) => ({ p50: quantile(values, 0.5), p99: quantile(values, 0.99) });
    printResult('routing-freed-slot', { store: name, ...size, assignedMs: two(assigned), endMs: two(end) });
  }
  const title = `Routing, freed slot to assigned, ${size.agents} agents, ${size.waiting} waiting, one node`;
  printTable(title, ['', 'assigned p50 / p99 ms', 'the end alone p50 / p99 ms', 'of that'], rows);
}

async function measure({ agents, waiting, rounds }: FreedSlotSize, databaseUrl: string | undefined): Promise<Times> {
  const folder = makeFolder();
  const where = databaseUrl === undefined ? {} : { databaseUrl };
  const store = await openStore({ dataDir: folder, makeEpoch: () => 'bench', ...where });
  const world = await World.start(store);
  let told: (conversationId: string) => void = () => {};
  const worker = createRoutingWorker({
    store,
    clock: { ...systemClock, now: () => world.at },
    tell: (notices) => {
      for (const one of notices) if (one.tell === 'entries') told(one.conversationId);
    },
    onFailure: (_task, error) => {
      throw error;
    },
  });
  const served: string[] = [];
  told = (conversationId) => served.push(conversationId);
  for (let n = 0; n < agents; n += 1) await world.presentAgent(CAPACITY);
  for (let n = 0; n < agents * CAPACITY + waiting; n += 1) await world.queued();
  worker.start();
  await worker.idle();
  const times: Times = { end: [], assigned: [] };
  for (let round = 0; round < rounds; round += 1) {
    const next = new Promise<string>((resolve) => {
      told = resolve;
    });
    const expectVersion = await world.version(served[0] as string);
    const end = { conversationId: served.shift() as string, expectVersion, at: world.at } as const;
    const startedAt = performance.now();
    await store.closeConversation({ ...end, by: 'visitor', byAgentId: null, outcome: 'unresolved' });
    times.end.push(performance.now() - startedAt);
    worker.wake();
    served.push(await next);
    times.assigned.push(performance.now() - startedAt);
    await worker.idle();
    await world.queued();
    world.pass(1);
  }
  await worker.stop();
  await store.close();
  removeFolder(folder);
  return times;
}
