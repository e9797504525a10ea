import { Worker } from 'node:worker_threads';
import { type Answer, refusal } from '../../protocol/wire/errors.ts';
import { BUSINESS_THREAD_MB_MAX } from '../../protocol/wire/limits-of-measures.ts';
import type { BusinessDesk, BusinessQuestion } from '../usecases/business-question.ts';
import { builtThread } from './built-thread.ts';

export interface BusinessThreadParts {
  file: string;
  /** Where the relay's database is. */
  place: { dataDir: string; databaseUrl?: string | undefined };
  memoryMb?: number;
}

export interface BusinessThread extends BusinessDesk {
  close(): Promise<void>;
}

interface Waiting {
  resolve(answer: Answer<never>): void;
  reject(error: Error): void;
}

const TOO_MUCH = 'There is more in this period than can be worked out at once. Choose a shorter one.';

/**
 * One thread for the figures of business, begun when something is first asked of it and after one died. It has its own connection and
 * only so much memory: a period that does not fit ends the thread, not the relay, and is refused with what to do.
 */
export function openBusinessThread({
  file,
  place,
  memoryMb = BUSINESS_THREAD_MB_MAX,
}: BusinessThreadParts): BusinessThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let asked = 0;
  let isClosed = false;

  function start(): Worker {
    const { dataDir, databaseUrl } = place;
    const made = new Worker(file, {
      ...{ execArgv: [], name: 'business', workerData: { dataDir, databaseUrl } },
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    made.unref();
    made.on('message', take);
    made.on('error', (error: Error & { code?: string }) => forget(made, error.code === 'ERR_WORKER_OUT_OF_MEMORY'));
    made.on('exit', () => forget(made, false));
    return made;
  }

  function send(said: { question: BusinessQuestion } | { prepare: number }): Promise<Answer<never>> {
    worker ??= start();
    asked += 1;
    const id = asked;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker?.postMessage({ id, ...said });
    });
  }

  function take({ id, answer, failed }: { id: number; answer?: Answer<never>; failed?: string }): void {
    const one = waiting.get(id);
    waiting.delete(id);
    if (answer) one?.resolve(answer);
    else one?.reject(new Error(`Figures of business were not worked out: ${failed}`));
  }

  /** Whoever waits behind it may ask again; a period that does not fit would only end the next one, too. */
  function forget(which: Worker, isFull: boolean): void {
    if (worker !== which) return;
    worker = undefined;
    for (const { resolve, reject } of waiting.values()) {
      if (isFull) resolve(refusal('invalid_payload', { field: 'from', hint: TOO_MUCH }));
      else reject(new Error('The thread of business has ended.'));
    }
    waiting.clear();
  }

  return {
    ask: (question) => send({ question }),
    async prepare(now) {
      // Whoever ends the relay waits for nothing of this.
      await send({ prepare: now }).catch((error: unknown) => {
        if (!isClosed) throw error;
      });
    },
    async close() {
      isClosed = true;
      const ending = worker;
      worker = undefined;
      for (const { reject } of waiting.values()) reject(new Error('The relay is ending.'));
      waiting.clear();
      await ending?.terminate();
    },
  };
}

export function openBuiltBusinessThread(place: BusinessThreadParts['place']): BusinessThread | undefined {
  const file = builtThread('business-thread');
  return file === undefined ? undefined : openBusinessThread({ file, place });
}
