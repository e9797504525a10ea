import type { AgentCommands, Nothing } from '../../protocol/wire/events.ts';
import { QUESTIONS_LISTED_MAX } from '../../protocol/wire/limits-of-composer.ts';
import type { QuestionList } from '../../protocol/wire/questions.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';

export async function listQuestions(
  { store, clock }: Context,
  { agent }: AgentSubject,
  { conversationId }: AgentCommands['question:list']['in'],
): Promise<Done<QuestionList>> {
  const limit = QUESTIONS_LISTED_MAX;
  const questions =
    conversationId === undefined
      ? await store.listOwnQuestions({ agentId: agent.id, limit })
      : await store.listQuestions({ conversationId, limit });
  return answered({ at: clock.now(), questions });
}

/** In all tabs of the agent alike. */
export async function seeQuestions(
  { store, clock }: Context,
  { agent }: AgentSubject,
  { conversationId }: AgentCommands['question:seen']['in'],
): Promise<Done<Nothing>> {
  const seen = await store.seeQuestions({ agentId: agent.id, conversationId, at: clock.now() });
  return answered(
    {},
    seen.map((question) => ({ tell: 'question', question, why: 'seen', agentIds: [agent.id] })),
  );
}
