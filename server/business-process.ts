import { createIds } from './platform/ids.ts';
import { systemClock } from './platform/system-clock.ts';
import { systemZones } from './platform/zone-offset.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { answerBusiness } from './usecases/business-desk.ts';
import type { BusinessQuestion } from './usecases/business-question.ts';
import type { Context } from './usecases/context.ts';
import { prepareBusiness } from './usecases/prepare-business.ts';

/** Where the process of business begins (server/platform/business-process.ts): a connection of its own, one question after another. */

let place: { dataDir: string; databaseUrl?: string | undefined } = { dataDir: '' };
let opened: Promise<Store> | undefined;
let last: Promise<void> = Promise.resolve();

/** The relay opened the same place before: nothing is begun here. What could not be opened is tried again at the next question. */
async function openOnce(): Promise<Store> {
  const { dataDir, databaseUrl } = place;
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
    process.send?.({ id, answer: await work(asked) });
  } catch (error) {
    process.send?.({ id, failed: error instanceof Error ? error.message : String(error) });
  }
}

// Two at once would hold two periods in memory.
process.on('message', (said: typeof place | Asked) => {
  if ('dataDir' in said) place = said;
  else last = last.then(() => answer(said));
});
// It ends with its relay, however that ended, and not before: what stops the relay is told to all of its group.
process.on('disconnect', () => process.exit());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
