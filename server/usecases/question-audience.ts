import type { Question, QuestionNews } from '../../protocol/wire/questions.ts';
import { isAsked } from '../domain/questions.ts';
import type { Store } from '../store/store.ts';
import type { Notice } from './context.ts';

export type QuestionAudience = Pick<Store, 'findConversation' | 'listStaff'>;

/** Whom it concerns: who asked, who is asked, and who has the conversation now (T18). */
export async function tellQuestion(store: QuestionAudience, question: Question, why: QuestionNews): Promise<Notice> {
  const [conversation, staff] = await Promise.all([
    store.findConversation(question.conversationId),
    question.department ? store.listStaff() : [],
  ]);
  const ids = new Set([question.by.id, ...staff.filter((one) => isAsked(one, question)).map(({ id }) => id)]);
  if (question.to) ids.add(question.to.id);
  if (conversation?.agentId) ids.add(conversation.agentId);
  return { tell: 'question', question, why, agentIds: [...ids] };
}
