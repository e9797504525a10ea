import { sql } from 'kysely';
import type { Entry } from '../../../protocol/wire/model.ts';
import type { Changed, CloseConversation, Stale } from '../store.ts';
import { lockExpected } from './conversation-row.ts';
import { addEntry } from './entries.ts';
import { endEpisode } from './episodes.ts';
import { releaseMails } from './mail-outbox.ts';
import { makeFollowUp } from './make-follow-up.ts';
import { releaseOffer } from './offers.ts';
import { type Operation, run, takeChange } from './operation.ts';
import { prepare } from './prepare.ts';
import { releaseAgent } from './release-agent.ts';
import { endWait } from './waits.ts';

/** Who served it stays written on it. */
const close = prepare<{ no: number; seq: number; change: number; at: number }>()((db, p) =>
  db
    .updateTable('conversation')
    .set({
      status: 'closed',
      version: sql`version + 1`,
      head: p.seq,
      change: p.change,
      closed_at: p.at,
      wait_started_at: null,
      wait_started_seq: null,
      wait_queue_ms: 0,
      room: 0,
      answer_by: null,
      offer_agent_id: null,
      offer_until: null,
      offer_reason: null,
      participants: '[]',
      ask_kind: null,
      ask_to: null,
      ask_by: null,
      ask_until: null,
      held: 0,
    })
    .where('no', '=', p.no),
);

export function* closeConversation(input: CloseConversation): Operation<Changed | Stale> {
  const { conversationId, by, byAgentId, outcome, at } = input;
  const state = yield* lockExpected(conversationId, input.expectVersion);
  if (!state || state.status === 'closed') return { result: 'stale' };
  if (input.expectHead !== undefined && input.expectHead !== state.head) return { result: 'stale' };
  const { no, episode } = state;
  const seq = state.head + 1;
  const { reason } = input;
  const closed: Entry = { kind: 'closed', seq, at, episode, by, ...(reason === undefined ? {} : { reason }) };
  yield* addEntry(no, closed, by === 'visitor' ? state.visitor_id : byAgentId);
  yield* endWait(state, { end: 'abandoned', by, agentId: byAgentId, at, seq });
  yield* endEpisode({ no, number: episode, at, by, agentId: byAgentId, outcome });
  yield* releaseAgent(state, 'closed', at, input.wrapUpMs);
  yield* releaseOffer(state, at);
  yield* releaseMails(no, at);
  const followUp = input.followUp ? yield* makeFollowUp({ no, episode }, input.followUp, at) : undefined;
  const change = yield* takeChange();
  yield* run(close, { no, seq, change, at });
  const { visitor_id: visitorId, agent_id: agentId } = state;
  const done: Changed = { result: 'changed', conversationId, visitorId, agentId, entries: [closed], change };
  return followUp ? { ...done, followUp } : done;
}
