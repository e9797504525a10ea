import { parentPort, workerData } from 'node:worker_threads';
import { createIds } from './platform/ids.ts';
import { systemClock } from './platform/system-clock.ts';
import { systemZones } from './platform/zone-offset.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { answerBusiness } from './usecases/business-desk.ts';
import type { BusinessQuestion } from './usecases/business-question.ts';
import type { Context } from './usecases/context.ts';
import { prepareBusiness } from './usecases/prepare-business.ts';

/** Where the thread of business begins (server/platform/business-thread.ts): a connection of its own, one question after another. */

const { dataDir, databaseUrl } = workerData as { dataDir: string; databaseUrl?: string };
let opened: Promise<Store> | undefined;
let last: Promise<void> = Promise.resolve();

/** The relay opened the same place before: nothing is begun here. What could not be opened is tried again at the next question. */
async function openOnce(): Promise<Store> {
  opened ??= openStore({ dataDir, ...(databaseUrl ? { databaseUrl } : {}), makeEpoch: () => '' });
  try {
    return await opened;
  } catch (error) {
    opened = undefined;
    throw error;
  }
}

type Asked = { id: number } & ({ question: BusinessQuestion } | { prepare: number });

async function contextAt(now: number): Promise<Context> {
  const clock = { ...systemClock, now: () => now };
  return { store: await openOnce(), clock, ids: createIds(clock), zones: systemZones } as unknown as Context;
}

async function work(asked: Asked) {
  if ('prepare' in asked) return prepareBusiness(await contextAt(asked.prepare));
  return answerBusiness(await contextAt(asked.question.now), asked.question);
}

async function answer(asked: Asked): Promise<void> {
  const { id } = asked;
  try {
    parentPort?.postMessage({ id, answer: await work(asked) });
  } catch (error) {
    parentPort?.postMessage({ id, failed: error instanceof Error ? error.message : String(error) });
  }
}

// Two at once would hold two periods in memory.
parentPort?.on('message', (asked: Asked) => {
  last = last.then(() => answer(asked));
});
