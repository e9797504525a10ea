import { parentPort, workerData } from 'node:worker_threads';
import { finishFacts } from './domain/measures/answer-facts.ts';
import { buffersOf } from './domain/measures/buffers-of.ts';
import { FactShelf } from './domain/measures/fact-shelf.ts';
import { FactWork } from './domain/measures/fact-work.ts';
import { KeptParts } from './domain/measures/kept-parts.ts';
import type { FactQuestion, FactReply, FactThreadRoom } from './usecases/fact-desk.ts';

/** Where a thread of reports begins (server/platform/fact-thread.ts): asks for the packs it lacks, and works out one order after another. */

const { packsBytes, partsBytes } = workerData as FactThreadRoom;
const memory = { shelf: new FactShelf(packsBytes), kept: new KeptParts(partsBytes) };
const under = new Map<number, { work: FactWork; left: number }>();

function say(reply: FactReply): void {
  parentPort?.postMessage(reply);
}

function take(question: FactQuestion): void {
  const { id } = question;
  if ('finish' in question) {
    const { name, task, parts } = question.finish;
    say({ id, answer: finishFacts(name, task, parts) });
    return;
  }
  if ('order' in question) {
    const work = new FactWork(memory, question.order);
    under.set(id, { work, left: work.lacks.length });
    if (work.lacks.length > 0) {
      say({ id, lacks: work.lacks });
      return;
    }
  } else {
    const one = under.get(id);
    if (!one) return;
    one.work.give(question.give, question.pack);
    one.left -= 1;
    if (one.left > 0) return;
  }
  sayPart(id);
}

function sayPart(id: number): void {
  const one = under.get(id);
  under.delete(id);
  if (!one) return;
  const part = one.work.part();
  // It was made for this order alone: handed over, not copied.
  parentPort?.postMessage({ id, part } satisfies FactReply, [...new Set(buffersOf(part.counted))]);
}

parentPort?.on('message', (question: FactQuestion) => {
  try {
    take(question);
  } catch (error) {
    under.delete(question.id);
    say({ id: question.id, failed: error instanceof Error ? error.message : String(error) });
  }
});
