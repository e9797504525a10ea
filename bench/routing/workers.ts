import { systemClock } from '../../server/platform/system-clock.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { Store } from '../../server/store/store.ts';
import { createRoutingWorker, type RoutingParts, type RoutingWorker } from '../../server/workers/routing-worker.ts';
import { World } from '../../test/contract/world.ts';
import { printResult, printTable } from '../kit/print.ts';
import { spread } from '../kit/stats.ts';

/**
 * So many assignments on PostgreSQL while many workers of several nodes decide at once. Once as in life, where nodes take turns,
 * and once without turns, where only the locks of the database stand between them. Baseline: one worker alone.
 */
export interface WorkersSize {
  assignments: number;
  workers: number;
  nodes: number;
  rounds: number;
}

const CAPACITY = 4;
/** More wait than there is room for, so that a worker that gives too much has something to give. */
const EXTRA = 20;
/** As many as a store has connections: nobody waits there for one of them, which a slow machine would end (CONNECT_TIMEOUT_MS). */
const STEP = 10;

type Way = 'alone' | 'in turns' | 'raced';
const WAYS: readonly Way[] = ['alone', 'in turns', 'raced'];

interface Outcome {
  ms: number;
  /** Processor time of this process; the database's own is not counted. */
  cpuMs: number;
  assigned: number;
  doubles: number;
  overCapacity: number;
  /** Looks that the database had no connection for in time, and that were made again. */
  failed: number;
}

export async function benchWorkers(size: WorkersSize, createDatabase: () => Promise<string>): Promise<void> {
  const outcomes: Record<Way, Outcome[]> = { alone: [], 'in turns': [], raced: [] };
  for (let round = 0; round < size.rounds; round += 1) {
    for (const way of WAYS) outcomes[way].push(await assignAll(size, way, await createDatabase()));
  }
  const sum = (way: Way, what: 'doubles' | 'overCapacity' | 'failed') =>
    outcomes[way].reduce((all, one) => all + one[what], 0);
  const ratio = (way: Way) => outcomes[way].map((one, round) => one.ms / (outcomes.alone[round]?.ms ?? 0));
  const rows = WAYS.map((way) => [
    way === 'alone' ? 'one worker alone' : `${size.workers} workers on ${size.nodes} nodes, ${way}`,
    spread(
      outcomes[way].map((one) => one.ms),
      0,
    ),
    way === 'alone' ? '1' : spread(ratio(way)),
    spread(
      outcomes[way].map((one) => one.cpuMs),
      0,
    ),
    String(sum(way, 'doubles')),
    String(sum(way, 'overCapacity')),
    String(sum(way, 'failed')),
  ]);
  const title = `Routing, ${size.assignments.toLocaleString('en')} assignments on PostgreSQL`;
  printTable(title, ['', 'ms', 'of alone', 'CPU ms', 'doubles', 'over capacity', 'looks made again'], rows);
  printResult('routing-workers', { ...size, outcomes });
  const wrong = WAYS.flatMap((way) => outcomes[way]).filter((one) => one.doubles > 0 || one.overCapacity > 0);
  if (wrong.length > 0) throw new Error(`R1: assigned twice or above capacity: ${JSON.stringify(wrong)}`);
}

async function assignAll(size: WorkersSize, way: Way, databaseUrl: string): Promise<Outcome> {
  const { assignments } = size;
  const nodes = way === 'alone' ? 1 : size.nodes;
  const stores: Store[] = [];
  for (let node = 0; node < nodes; node += 1) {
    stores.push(await openStore({ databaseUrl, dataDir: '.', makeEpoch: () => 'bench' }));
  }
  const world = await World.start(stores[0] as Store);
  const agents = Math.ceil(assignments / CAPACITY);
  await inSteps(agents, () => world.presentAgent(CAPACITY));
  await inSteps(agents * CAPACITY + EXTRA, () => world.queued());
  const given: string[] = [];
  const failures: unknown[] = [];
  const clock = { ...systemClock, now: () => world.at };
  const workers = Array.from({ length: way === 'alone' ? 1 : size.workers }, (_, n) =>
    createRoutingWorker({
      store: storeFor(stores[n % nodes] as Store, way),
      clock,
      tell: (notices) => {
        for (const one of notices) if (one.tell === 'entries') given.push(one.conversationId);
      },
      onFailure: (_task, error) => failures.push(error),
    }),
  );
  const [startedAt, cpuBefore] = [performance.now(), process.cpuUsage()];
  for (const worker of workers) worker.start();
  await Promise.all(workers.map((worker) => restOf(worker, failures)));
  const ms = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpuBefore);
  await Promise.all(workers.map((worker) => worker.stop()));
  const team = await world.store.readRoutingTeam({ now: world.at, knownVersion: null });
  for (const store of stores) await store.close();
  if (given.length !== agents * CAPACITY) throw new Error(`${given.length} of ${agents * CAPACITY} were assigned.`);
  return {
    ms,
    cpuMs: (user + system) / 1_000,
    failed: failures.length,
    assigned: given.length,
    doubles: given.length - new Set(given).size,
    overCapacity: team.agents.filter((agent) => agent.load > agent.capacity).length,
  };
}

/** A look that failed is made again, as it would be by itself within ROUTING_INTERVAL_MS. */
async function restOf(worker: RoutingWorker, failures: readonly unknown[]): Promise<void> {
  for (let failed = -1; failed !== failures.length; ) {
    failed = failures.length;
    worker.wake();
    await worker.idle();
  }
}

/** Raced: nobody waits for a turn, as where the connection that turns are taken on is lost. */
function storeFor(store: Store, way: Way): RoutingParts['store'] {
  if (way !== 'raced') return store;
  return {
    inRoutingTurn: (job) => job(),
    readChange: () => store.readChange(),
    readWaitingChanges: (input) => store.readWaitingChanges(input),
    listQueued: (input) => store.listQueued(input),
    readRoutingTeam: (input) => store.readRoutingTeam(input),
    assignConversation: (input) => store.assignConversation(input),
    offerConversation: (input) => store.offerConversation(input),
  };
}

async function inSteps(count: number, make: () => Promise<unknown>): Promise<void> {
  for (let made = 0; made < count; made += STEP) {
    await Promise.all(Array.from({ length: Math.min(STEP, count - made) }, make));
  }
}
