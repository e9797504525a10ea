import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FactDesk, FactQuestion, FactReply, ReadPack } from '../usecases/fact-desk.ts';

interface Asked {
  readPack: ReadPack;
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

export interface FactThread extends FactDesk {
  close(): Promise<void>;
}

/**
 * Works reports out in a thread of its own, so that no message waits for them. The thread has no database: it is given packs as
 * bytes, keeps them, and says which it lacks. It begins with the first question; one that died is replaced at the next.
 */
export function openFactThread(file: string): FactThread {
  const waiting = new Map<number, Asked>();
  let worker: Worker | null = null;
  let asked = 0;

  function start(): Worker {
    const made = new Worker(file, { execArgv: [], name: 'reports' });
    // A relay that has nothing else to do may end.
    made.unref();
    made.on('message', (reply: FactReply) => take(made, reply));
    made.on('error', (error: Error) => fail(made, error));
    made.on('exit', () => fail(made, new Error('The thread of reports has ended.')));
    return made;
  }

  function fail(which: Worker, error: Error): void {
    if (worker !== which) return;
    worker = null;
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  }

  function take(from: Worker, reply: FactReply): void {
    const one = waiting.get(reply.id);
    if (!one) return;
    if ('lacks' in reply) {
      givePacks(from, reply.id, reply.lacks, one).catch((error: Error) => settle(reply.id)?.reject(error));
      return;
    }
    const settled = settle(reply.id);
    if ('answer' in reply) settled?.resolve(reply.answer);
    else settled?.reject(new Error(`A report was not worked out: ${reply.failed}`));
  }

  function settle(id: number): Asked | undefined {
    const one = waiting.get(id);
    waiting.delete(id);
    return one;
  }

  async function givePacks(to: Worker, id: number, lacks: readonly number[], { readPack }: Asked): Promise<void> {
    for (const number of lacks) {
      const pack = await readPack(number);
      // A copy of its own, so that it can be handed over: a driver's bytes may lie within a larger buffer.
      const bytes = pack && Uint8Array.from(pack.columns);
      const given = pack && bytes ? { stamp: pack.stamp, columns: bytes } : null;
      say(to, { id, give: number, pack: given }, bytes ? [bytes.buffer] : []);
    }
  }

  function say(to: Worker, question: FactQuestion, transfer: ArrayBuffer[] = []): void {
    to.postMessage(question, transfer);
  }

  return {
    answer(order, readPack) {
      worker ??= start();
      const to = worker;
      asked += 1;
      const id = asked;
      return new Promise((resolve, reject) => {
        waiting.set(id, { readPack, resolve: resolve as Asked['resolve'], reject });
        say(to, { id, order });
      });
    },
    async close() {
      const ending = worker;
      if (ending) fail(ending, new Error('The relay is ending.'));
      await ending?.terminate();
    },
  };
}

/** The thread as the build made it, beside the rest of the program; undefined where that runs from its sources. */
export function openBuiltFactThread(): FactThread | undefined {
  const file = join(dirname(fileURLToPath(import.meta.url)), 'fact-thread.js');
  return existsSync(file) ? openFactThread(file) : undefined;
}
