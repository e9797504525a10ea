import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { FACT_PACKS_BYTES_MAX } from '../../protocol/wire/limits.ts';
import { FACT_PARTS_BYTES_MAX, FACT_THREADS_MAX } from '../../protocol/wire/limits-of-measures.ts';
import type { FactPool, FactReply, FactThreadRoom, ReadPack, ThreadWork } from '../usecases/fact-desk.ts';
import { builtPart } from './built-part.ts';

interface Asked {
  worker: Worker;
  readPack: ReadPack;
  resolve(found: { found: unknown } | 'ended'): void;
  reject(error: Error): void;
}

export interface FactThreads extends FactPool {
  close(): Promise<void>;
}

export interface FactThreadParts {
  file: string;
  threads: number;
  /** Told of each thread that begins. */
  onStart?(worker: Worker): void;
}

/**
 * Threads in which reports are worked out (server/usecases/share-report.ts), so that no message waits for them. A thread has no database: it is given packs as bytes, keeps them, and says which it
 * lacks. It begins when something is first asked of it and after one died.
 */
export function openFactThreads({ file, threads, onStart }: FactThreadParts): FactThreads {
  const waiting = new Map<number, Asked>();
  const workers: (Worker | undefined)[] = new Array(threads).fill(undefined);
  let asked = 0;

  function start(thread: number): Worker {
    const made = startThread(file, thread, threads);
    made.on('message', (reply: FactReply) => take(reply));
    made.on('error', () => forget(made, (one) => one.resolve('ended')));
    made.on('exit', () => forget(made, (one) => one.resolve('ended')));
    onStart?.(made);
    return made;
  }

  function forget(which: Worker, tell: (one: Asked) => void): void {
    const thread = workers.indexOf(which);
    if (thread >= 0) workers[thread] = undefined;
    for (const [id, one] of waiting) {
      if (one.worker !== which) continue;
      waiting.delete(id);
      tell(one);
    }
  }

  function take(reply: FactReply): void {
    const one = waiting.get(reply.id);
    if (!one) return;
    if ('lacks' in reply) {
      givePacks(reply.id, reply.lacks, one).catch((error: Error) => settle(reply.id)?.reject(error));
      return;
    }
    const settled = settle(reply.id);
    if ('part' in reply) settled?.resolve({ found: reply.part });
    else if ('answer' in reply) settled?.resolve({ found: reply.answer });
    else settled?.reject(new Error(`A report was not worked out: ${reply.failed}`));
  }

  function settle(id: number): Asked | undefined {
    const one = waiting.get(id);
    waiting.delete(id);
    return one;
  }

  async function givePacks(id: number, lacks: readonly number[], { worker, readPack }: Asked): Promise<void> {
    for (const number of lacks) {
      const pack = await readPack(number);
      if (!waiting.has(id)) return;
      // A copy of its own, so that it can be handed over: a driver's bytes may lie within a larger buffer.
      const bytes = pack && Uint8Array.from(pack.columns);
      const given = pack && bytes ? { stamp: pack.stamp, columns: bytes } : null;
      worker.postMessage({ id, give: number, pack: given }, bytes ? [bytes.buffer] : []);
    }
  }

  function ask(thread: number, { say, transfer = [] }: ThreadWork, readPack: ReadPack): ReturnType<FactPool['ask']> {
    const worker = workers[thread] ?? start(thread);
    workers[thread] = worker;
    asked += 1;
    const id = asked;
    return new Promise((resolve, reject) => {
      waiting.set(id, { worker, readPack, resolve, reject });
      worker.postMessage({ id, ...say }, transfer);
    });
  }

  return {
    threads,
    ask,
    async close() {
      const ending = workers.filter((one) => one !== undefined);
      for (const one of ending) forget(one, ({ reject }) => reject(new Error('The relay is ending.')));
      await Promise.all(ending.map((one) => one.terminate()));
    },
  };
}

function startThread(file: string, thread: number, threads: number): Worker {
  const workerData: FactThreadRoom = {
    packsBytes: Math.floor(FACT_PACKS_BYTES_MAX / threads),
    partsBytes: Math.floor(FACT_PARTS_BYTES_MAX / threads),
  };
  const made = new Worker(file, { execArgv: [], name: `reports ${thread + 1}`, workerData });
  // A relay that has nothing else to do may end.
  made.unref();
  return made;
}

export function openBuiltFactThreads(): FactThreads | undefined {
  const file = builtPart('fact-thread');
  const threads = Math.min(FACT_THREADS_MAX, availableParallelism());
  return file === undefined ? undefined : openFactThreads({ file, threads });
}
