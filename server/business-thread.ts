import { parentPort, workerData } from 'node:worker_threads';
import { createIds } from './platform/ids.ts';
import { systemClock } from './platform/system-clock.ts';
import { systemZones } from './platform/zone-offset.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { answerBusiness } from './usecases/business-desk.ts';
import type { BusinessQuestion } from './usecases/business-question.ts';
import type { Context } from './usecases/context.ts';

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

async function answer({ id, question }: { id: number; question: BusinessQuestion }): Promise<void> {
  try {
    const clock = { ...systemClock, now: () => question.now };
    const context = { store: await openOnce(), clock, ids: createIds(clock), zones: systemZones } as unknown as Context;
    parentPort?.postMessage({ id, answer: await answerBusiness(context, question) });
  } catch (error) {
    parentPort?.postMessage({ id, failed: error instanceof Error ? error.message : String(error) });
  }
}

// Two at once would hold two periods in memory.
parentPort?.on('message', (asked: { id: number; question: BusinessQuestion }) => {
  last = last.then(() => answer(asked));
});
