import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { FACT_THREADS_MAX } from '../protocol/wire/limits-of-measures.ts';
import { openFactThreads } from '../server/platform/fact-thread.ts';
import { createSharedDesk } from '../server/usecases/share-report.ts';
import { startPostgres } from '../test/support/postgres.ts';
import { removeFolder } from '../test/support/remove-folder.ts';
import { makeFolder } from './kit/folder.ts';
import { printResult, printTable } from './kit/print.ts';
import { type BooksSize, benchBooks } from './measures/books-memory.ts';
import { openBusiness } from './measures/business.ts';
import { fillHistory, openPlace, type Place } from './measures/fill-history.ts';
import { contextOf, type Opened, openReports, packHistory, warmPacks } from './measures/open-reports.ts';
import { benchRecording, type RecordingSize } from './measures/recording.ts';

const built = fileURLToPath(new URL('../dist/server/fact-thread.js', import.meta.url));
const builtBusiness = fileURLToPath(new URL('../dist/server/business-process.js', import.meta.url));

export interface MeasuresSize {
  /** Conversations of ten messages: how much dearer is the larger one? */
  conversations: number[];
  rounds: number;
  stores: ('sqlite' | 'postgres')[];
  recording: RecordingSize;
  books: BooksSize;
}

export const FULL_MEASURES: MeasuresSize = {
  conversations: [100_000, 1_000_000],
  rounds: 5,
  stores: ['sqlite', 'postgres'],
  recording: { messages: 20_000, rounds: 5 },
  books: { orders: 1_000_000, people: 1_000_000 },
};
export const SMOKE_MEASURES: MeasuresSize = {
  conversations: [40, 400],
  rounds: 1,
  stores: ['sqlite'],
  recording: { messages: 100, rounds: 1 },
  books: { orders: 10_000, people: 10_000 },
};

interface Size {
  conversations: number;
  opened: Opened[];
  packMs: number;
  business: Awaited<ReturnType<typeof openBusiness>>;
}

/** How soon reports open over much and over ten times as much, and what facts cost the messages. */
export async function benchMeasures(size: MeasuresSize): Promise<void> {
  if (!existsSync(built))
    throw new Error('The threads of reports are measured as they were built: run "npm run build" first.');
  for (const store of size.stores) {
    const sizes: Size[] = [];
    for (const conversations of size.conversations) sizes.push(await benchOne(store, conversations, size.rounds));
    printSizes(store, sizes);
    printBusiness(store, sizes);
  }
  benchBooks(size.books);
  await benchRecording(size.recording);
}

async function benchOne(kind: 'sqlite' | 'postgres', wanted: number, rounds: number): Promise<Size> {
  const folder = makeFolder({ readable: true });
  const server = kind === 'postgres' ? await startPostgres({ parent: folder, durable: true }) : null;
  try {
    const place: Place = { dataDir: folder, ...(server ? { databaseUrl: await server.createDatabase() } : {}) };
    const conversations = await fillHistory(place, wanted);
    const store = await openPlace(place);
    const threads = openFactThreads({ file: built, threads: Math.min(FACT_THREADS_MAX, availableParallelism()) });
    const context = contextOf(store, createSharedDesk(threads));
    const packMs = await packHistory(context);
    await warmPacks(context);
    const opened = await openReports(context, rounds);
    await threads.close();
    const business = await openBusiness(context, { file: builtBusiness, place }, rounds);
    await store.close();
    for (const one of opened) printResult('measures', { store: kind, conversations, ...one });
    for (const one of business.opened) printResult('business', { store: kind, conversations, ...one });
    return { conversations, opened, packMs, business };
  } finally {
    await server?.stop();
    removeFolder(folder);
  }
}

function printSizes(store: string, sizes: Size[]): void {
  const [small, large] = [sizes[0], sizes.at(-1)];
  const ms = (value: number) => value.toFixed(value < 10 ? 1 : 0);
  const rows = (large?.opened ?? []).map((one, index) => {
    const before = small?.opened[index]?.againMs ?? 0;
    const all = sizes.flatMap(({ opened }) => {
      const { firstMs = 0, firstCpuMs = 0, againMs = 0, cpuMs = 0 } = opened[index] ?? {};
      return [ms(firstMs), ms(firstCpuMs), ms(againMs), ms(cpuMs)];
    });
    return [one.report, ...all, (one.againMs / before).toFixed(1), ms(one.turnMs)];
  });
  const head = sizes.flatMap(({ conversations }) => [`${conversations}: first, ms`, 'cpu, ms', 'again, ms', 'cpu, ms']);
  printTable(`Reports of a year, ${store}`, ['report', ...head, 'ratio', 'longest turn, ms'], rows);
  for (const { conversations, packMs } of sizes)
    console.log(`All of ${conversations} packed in ${ms(packMs / 1_000)} s.`);
}

function printBusiness(store: string, sizes: Size[]): void {
  const ms = (value: number) => value.toFixed(value < 10 ? 1 : 0);
  const reports = sizes.at(-1)?.business.opened ?? [];
  const rows = reports.map(({ report }, index) => {
    const each = sizes.map(({ business }) => business.opened[index]);
    const again = each.map((one) => one?.againMs ?? 0);
    const ratio = ((again.at(-1) ?? 0) / (again[0] || 1)).toFixed(1);
    return [report, ...each.flatMap((one) => [ms(one?.firstMs ?? 0), ms(one?.againMs ?? 0)]), ratio];
  });
  const head = sizes.flatMap(({ conversations }) => [`${conversations}: first, ms`, 'again, ms']);
  printTable(`Figures of business, ${store}`, ['report', ...head, 'ratio'], rows);
  for (const { conversations, business } of sizes)
    console.log(`All of ${conversations} at hand after ${ms(business.prepareMs / 1_000)} s.`);
}
