import { parentPort } from 'node:worker_threads';
import { FACT_PACKS_BYTES_MAX } from '../protocol/wire/limits.ts';
import { FactShelf, FactWork } from './domain/measures/fact-work.ts';
import type { FactQuestion, FactReply } from './usecases/fact-desk.ts';

/** Where the thread of reports begins (server/platform/fact-thread.ts): asks for the packs it lacks, and works out one order after another. */

const shelf = new FactShelf(FACT_PACKS_BYTES_MAX);
const under = new Map<number, { work: FactWork; left: number }>();

function say(reply: FactReply): void {
  parentPort?.postMessage(reply);
}

function take(question: FactQuestion): void {
  const { id } = question;
  if ('order' in question) {
    const work = new FactWork(shelf, question.order);
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
  finish(id);
}

function finish(id: number): void {
  const one = under.get(id);
  under.delete(id);
  if (one) say({ id, answer: one.work.answer() });
}

parentPort?.on('message', (question: FactQuestion) => {
  try {
    take(question);
  } catch (error) {
    under.delete(question.id);
    say({ id: question.id, failed: error instanceof Error ? error.message : String(error) });
  }
});
