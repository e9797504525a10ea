import {
  QUESTION_DUE_MS_MAX,
  QUESTION_DUE_MS_MIN,
  QUESTIONS_OPEN_MAX,
} from '../../protocol/wire/limits-of-composer.ts';
import type { Question, QuestionIn } from '../../protocol/wire/questions.ts';
import { isAsked } from '../domain/questions.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { tellQuestion } from './question-audience.ts';

const LATE = { field: 'dueAt', hint: 'A time to come, at least a minute and at most 30 days ahead.' };
const NOBODY = { field: 'agentId', hint: 'Nobody else who answers is meant by it; team:list tells who there is.' };
const MANY = { hint: `At most ${QUESTIONS_OPEN_MAX} open questions in a conversation: take one back first.` };

/** T15: in any state of the conversation, and nothing of it moves. */
export async function askQuestion(
  context: Context,
  { agent }: AgentSubject,
  input: QuestionIn,
): Promise<Done<Question>> {
  const { conversationId, clientId, agentId = null, departmentId = null, body, dueAt } = input;
  const { store } = context;
  const at = context.clock.now();
  const repeated = await store.findQuestion(clientId);
  // Asked again after its time, as after a long way, it is still the same question.
  if (!repeated && (dueAt - at < QUESTION_DUE_MS_MIN || dueAt - at > QUESTION_DUE_MS_MAX))
    return refused('invalid_payload', LATE);
  const meant = {
    by: { id: agent.id, name: agent.name },
    to: agentId === null ? null : { id: agentId, name: '' },
    department: departmentId === null ? null : { id: departmentId, name: '' },
  };
  if (!repeated && !(await store.listStaff()).some((one) => isAsked(one, meant)))
    return refused('invalid_payload', departmentId === null ? NOBODY : { ...NOBODY, field: 'departmentId' });
  const written = await store.addQuestion({
    ...{ id: clientId, conversationId, byId: agent.id, toId: agentId, departmentId, body, dueAt, at },
    max: QUESTIONS_OPEN_MAX,
  });
  if (written.result === 'too_many') return refused('invalid_payload', MANY);
  if (!('question' in written)) return refused(written.result === 'conflict' ? 'cid_conflict' : written.result);
  if (written.result === 'repeat') return answered(written.question);
  const { question, note } = written;
  return answered(question, [
    { tell: 'team', conversationId, agentId: note.agentId, entries: [note.entry] },
    { tell: 'inbox', change: note.change },
    await tellQuestion(store, question, 'asked'),
  ]);
}
