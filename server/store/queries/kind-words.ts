import type { KindWords } from '../../../protocol/wire/feedback.ts';
import { type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';

const kindWords = prepare<{ agentId: string; since: number; limit: number }>()((db, p) =>
  db
    .selectFrom('episode')
    .innerJoin('conversation', 'conversation.no', 'episode.conversation_no')
    .innerJoin('visitor', 'visitor.id', 'conversation.visitor_id')
    .where('episode.last_agent_id', '=', p.agentId)
    .where('episode.rated_at', '>=', p.since)
    .where('episode.score', '>=', 4)
    .where('episode.comment', 'is not', null)
    .select([
      'conversation.id as conversationId',
      'episode.rated_at as at',
      'visitor.label',
      'episode.score',
      'episode.comment',
    ])
    .orderBy('episode.rated_at', 'desc')
    .limit(p.limit),
);

/** K6: what was said well of chats that this agent served last. */
export function* listKindWords(input: { agentId: string; since: number; limit: number }): Operation<KindWords[]> {
  return (yield* rows(kindWords, input)) as KindWords[];
}
