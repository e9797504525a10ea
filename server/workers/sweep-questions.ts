import type { Clock } from '../../protocol/kit/clock.ts';
import { SWEEP_ROWS_MAX } from '../../protocol/wire/limits.ts';
import type { Store } from '../store/store.ts';
import { type QuestionAudience, tellQuestion } from '../usecases/question-audience.ts';
import type { Tell } from './tell.ts';

export interface SweepQuestionsParts {
  store: Pick<Store, 'listLateQuestions' | 'takeLateQuestions'> & QuestionAudience;
  clock: Clock;
  tell: Tell;
}

/** T17: what is over its time is told once, to who asked and to who was asked. Nearly always there is nothing to write. */
export async function sweepQuestions({ store, clock, tell }: SweepQuestionsParts): Promise<void> {
  const now = clock.now();
  const ids = await store.listLateQuestions({ now, limit: SWEEP_ROWS_MAX });
  if (ids.length === 0) return;
  for (const question of await store.takeLateQuestions({ ids, now }))
    tell([await tellQuestion(store, question, 'overdue')]);
}
