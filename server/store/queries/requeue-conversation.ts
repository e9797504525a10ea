import { sql } from 'kysely';
import type { Entry } from '../../../protocol/wire/model.ts';
import type { Changed, Stale } from '../store.ts';
import { lockExpected } from './conversation-row.ts';
import { addEntry } from './entries.ts';
import { type Operation, run, takeChange } from './operation.ts';
import { prepare } from './prepare.ts';
import { releaseAgent } from './release-agent.ts';

/** `queued_at` stays: whoever waited keeps the place (M4). */
const requeue = prepare<{ no: number; seq: number; change: number; at: number }>()((db, p) =>
  db
    .updateTable('conversation')
    .set({
      status: 'queued',
      version: sql`version + 1`,
      agent_id: null,
      head: p.seq,
      change: p.change,
      entered_at: p.at,
      room: 0,
    })
    .where('no', '=', p.no),
);

/** Answers with the agent who lost it, so that this agent can be told. */
export function* requeueConversation(input: {
  conversationId: string;
  expectVersion: number;
  at: number;
}): Operation<Changed | Stale> {
  const { conversationId, at } = input;
  const state = yield* lockExpected(conversationId, input.expectVersion);
  if (state?.status !== 'active') return { result: 'stale' };
  const { no, episode, visitor_id: visitorId, agent_id: agentId } = state;
  const seq = state.head + 1;
  const queued: Entry = { kind: 'queued', seq, at, episode, reason: 'agent_gone' };
  yield* addEntry(no, queued, null);
  yield* releaseAgent(state, 'requeued', at);
  const change = yield* takeChange();
  yield* run(requeue, { no, seq, change, at });
  return { result: 'changed', conversationId, visitorId, agentId, entries: [queued], change };
}
