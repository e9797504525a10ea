import type { Question, QuestionEndIn } from '../../protocol/wire/questions.ts';
import { mayEnd } from '../domain/questions.ts';
import type { AgentSubject, Context, Done, Notice } from './context.ts';
import { answered, refused } from './finish.ts';
import { tellQuestion } from './question-audience.ts';

const FOREIGN = {
  hint: 'Whoever is asked answers or declines; whoever asked, or has the conversation, takes it back.',
};
const ENDED = { hint: 'It was ended otherwise meanwhile. Read the list again.' };

/** T16. The first end stays: the same again by the same agent is answered as it ended. */
export async function endQuestion(
  context: Context,
  { agent }: AgentSubject,
  input: QuestionEndIn,
): Promise<Done<Question>> {
  const { id, clientId, how } = input;
  const { store } = context;
  const before = await store.findQuestion(id);
  if (!before) return refused('not_found');
  const { conversationId } = before;
  const [conversation, staff] = await Promise.all([store.findConversation(conversationId), store.listStaff()]);
  const me = staff.find((one) => one.id === agent.id);
  if (!me || !mayEnd(me, before, conversation?.agentId ?? null, how)) return refused('forbidden', FOREIGN);
  const body = how === 'withdrawn' ? null : (input.body ?? null);
  const written = await store.endQuestion({ id, how, byId: agent.id, clientId, body, at: context.clock.now() });
  if (!('question' in written)) return refused(written.result === 'conflict' ? 'cid_conflict' : written.result);
  if (written.result === 'over') {
    const isSame = written.question.state === how && written.question.endedBy?.id === agent.id;
    return isSame ? answered(written.question) : refused('changed_meanwhile', ENDED);
  }
  const { question, note } = written;
  const noted: Notice[] = note
    ? [
        { tell: 'team', conversationId, agentId: note.agentId, entries: [note.entry] },
        { tell: 'inbox', change: note.change },
      ]
    : [];
  return answered(question, [...noted, await tellQuestion(store, question, how)]);
}
