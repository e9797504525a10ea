import type { MissConversation } from '../routing-store.ts';
import type { Stale } from '../store.ts';
import type { Handed } from '../team-store.ts';
import { lockExpected } from './conversation-row.ts';
import { addMiss } from './misses.ts';
import type { Operation } from './operation.ts';
import { requeueConversation } from './requeue-conversation.ts';

/** R19: whoever does not answer loses it, unless the answer came while this was decided. Messages raise no version. */
export function* missConversation(input: MissConversation): Operation<(Handed & { away: boolean }) | Stale> {
  const { conversationId, expectVersion, expectWaitingSince, missesMax, at } = input;
  const state = yield* lockExpected(conversationId, expectVersion);
  if (state?.status !== 'active' || state.wait_started_at !== expectWaitingSince) return { result: 'stale' };
  const { agent_id: agentId } = state;
  const written = yield* requeueConversation({ conversationId, expectVersion, at, reason: 'no_answer' });
  if (written.result === 'stale' || agentId === null) return { result: 'stale' };
  const away = yield* addMiss({ agentId, missesMax, at });
  return { ...written, team: written.team ?? [], away };
}
