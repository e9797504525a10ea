import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type Answer, refusal } from '../../protocol/wire/errors.ts';
import { BUSINESS_PROCESS_MB_MAX } from '../../protocol/wire/limits-of-measures.ts';
import type { BusinessDesk, BusinessQuestion } from '../usecases/business-question.ts';
import { builtPart } from './built-part.ts';

export interface BusinessProcessParts {
  file: string;
  /** Where the relay's database is. */
  place: { dataDir: string; databaseUrl?: string | undefined };
  memoryMb?: number;
}

export interface BusinessProcess extends BusinessDesk {
  close(): Promise<void>;
}

interface Waiting {
  resolve(answer: Answer<never>): void;
  reject(error: Error): void;
}

const TOO_MUCH = 'There is more in this period than can be worked out at once. Choose a shorter one.';
/** How V8 ends a process whose memory is full: abort(), or where it cannot even do that, a trap; on Windows abort() is 134. */
const FULL: readonly unknown[] = ['SIGABRT', 'SIGTRAP', 'SIGILL', 134];

/**
 * One process for the figures of business, begun when something is first asked of it and after one ended. It has its own connection
 * and only so much memory: a period that does not fit ends it, not the relay, and is refused with what to do.
 */
export function openBusinessProcess({
  file,
  place,
  memoryMb = BUSINESS_PROCESS_MB_MAX,
}: BusinessProcessParts): BusinessProcess {
  const waiting = new Map<number, Waiting>();
  let child: ChildProcess | undefined;
  let asked = 0;
  let isClosed = false;

  function start(): ChildProcess {
    const made = begin({ file, place, memoryMb });
    made.on('message', take);
    // One that could not begin has no end, either; whatever else it is, its end comes and tells those who wait.
    made.on('error', () => {
      if (made.pid === undefined) forget(made, false);
    });
    made.on('exit', (code, signal) => forget(made, FULL.includes(signal ?? code)));
    return made;
  }

  /** Whoever waits for an answer keeps this program here; the process by itself does not. */
  function hold(): void {
    for (const part of [child, child?.channel]) {
      if (waiting.size > 0) part?.ref();
      else part?.unref();
    }
  }

  function send(said: { question: BusinessQuestion } | { prepare: number }): Promise<Answer<never>> {
    child ??= start();
    asked += 1;
    const id = asked;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      child?.send({ id, ...said });
      hold();
    });
  }

  function take(said: unknown): void {
    const { id, answer, failed } = said as { id: number; answer?: Answer<never>; failed?: string };
    const one = waiting.get(id);
    waiting.delete(id);
    hold();
    if (answer) one?.resolve(answer);
    else one?.reject(new Error(`Figures of business were not worked out: ${failed}`));
  }

  /** Whoever waits behind it may ask again; a period that does not fit would only end the next one, too. */
  function forget(which: ChildProcess, isFull: boolean): void {
    if (child !== which) return;
    child = undefined;
    for (const { resolve, reject } of waiting.values()) {
      if (isFull) resolve(refusal('invalid_payload', { field: 'from', hint: TOO_MUCH }));
      else reject(new Error('The process of business has ended.'));
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
      const ending = child;
      child = undefined;
      for (const { reject } of waiting.values()) reject(new Error('The relay is ending.'));
      waiting.clear();
      if (ending) await end(ending);
    },
  };
}

function begin({ file, place: { dataDir, databaseUrl }, memoryMb }: BusinessProcessParts): ChildProcess {
  const made = fork(file, [], {
    execArgv: [`--max-old-space-size=${memoryMb}`, '--no-warnings'],
    // What V8 says when its memory is full belongs in no log.
    ...{ serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
  });
  // By a message: the address may hold a password, and arguments are for all to see.
  made.send({ dataDir, databaseUrl });
  return made;
}

/** It only reads: there is nothing that it would have to finish. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

export function openBuiltBusinessProcess(place: BusinessProcessParts['place']): BusinessProcess | undefined {
  const file = builtPart('business-process');
  return file === undefined ? undefined : openBusinessProcess({ file, place });
}
