import { MEASURES_EXACT_MAX } from '../../protocol/wire/limits.ts';
import type { Question } from '../../protocol/wire/measures.ts';
import type { AnswerOf, FactTaskName, TaskOf } from '../domain/measures/fact-tasks.ts';
import { piecesOfWall } from '../domain/measures/local-time.ts';
import { deskOf } from './desk-of.ts';
import type { ReadPack } from './fact-desk.ts';
import { createBreath, type FactsContext, findFacts, hasHours } from './read-columns.ts';

type UsualParts = 'wall' | 'withHours' | 'isExact' | 'now';

/** Has a report worked out of the facts of its question's period; what it needs besides is found here. */
export async function askFacts<Name extends Exclude<FactTaskName, 'prepare'>>(
  context: FactsContext,
  name: Name,
  asked: Omit<TaskOf<Name>, UsualParts> & { question: Question },
): Promise<AnswerOf<Name>> {
  const { question } = asked;
  const withHours = await hasHours(context);
  const { packs, live, span, waits } = await findFacts(context, question);
  const wall = piecesOfWall(question.zone, context.zones.offsetOf, span.from, span.to);
  const isExact = waits <= MEASURES_EXACT_MAX;
  const task = { ...asked, wall, withHours, isExact, now: context.clock.now() } as unknown as TaskOf<Name>;
  return deskOf(context).answer({ name, task, packs, live }, createPackReader(context));
}

/** Reading many packs is done in turns, too. */
export function createPackReader(context: Pick<FactsContext, 'store' | 'clock'>): ReadPack {
  const breathe = createBreath(context);
  return async (number) => {
    await breathe();
    return (await context.store.readPack(number)) ?? null;
  };
}
