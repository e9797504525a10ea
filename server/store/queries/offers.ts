import { sql } from 'kysely';
import type { AcceptOffer, EndOffer, LapsedOffer, OfferConversation } from '../routing-store.ts';
import type { Stale } from '../store.ts';
import type { Handed } from '../team-store.ts';
import { giveTo } from './assign-conversation.ts';
import { type ConversationState, lockExpected } from './conversation-row.ts';
import { withMiss } from './missed-by.ts';
import { addMiss } from './misses.ts';
import { type Operation, rows, run, takeChange } from './operation.ts';
import { prepare } from './prepare.ts';
import { freeRoom } from './room-by-hand.ts';
import { takeRoom } from './take-room.ts';

const offer = prepare<{ no: number; agentId: string; until: number; reason: string; room: number; change: number }>()(
  (db, p) =>
    db
      .updateTable('conversation')
      .set({
        version: sql`version + 1`,
        offer_agent_id: p.agentId,
        offer_until: p.until,
        offer_reason: p.reason,
        room: p.room,
        change: p.change,
      })
      .where('no', '=', p.no),
);
const withdraw = prepare<{ no: number; missed: string | null; change: number }>()((db, p) =>
  db
    .updateTable('conversation')
    .set({
      version: sql`version + 1`,
      offer_agent_id: null,
      offer_until: null,
      offer_reason: null,
      room: 0,
      missed: p.missed,
      change: p.change,
    })
    .where('no', '=', p.no),
);
const lapsed = prepare<{ now: number; limit: number }>()((db, p) =>
  db
    .selectFrom('conversation')
    .innerJoin('agent', 'agent.id', 'conversation.offer_agent_id')
    .select([
      'conversation.id as conversationId',
      'conversation.version',
      'conversation.department_id as departmentId',
      'agent.id as agentId',
      'agent.availability',
      'agent.lease_until as leaseUntil',
    ])
    .where('conversation.offer_agent_id', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('conversation.offer_until', '<=', p.now),
        eb('agent.lease_until', '<=', p.now),
        eb('agent.availability', '<>', 'available'),
      ]),
    )
    .orderBy('conversation.offer_until')
    .orderBy('conversation.no')
    .limit(p.limit),
);

export function* offerConversation(input: OfferConversation): Operation<Handed | Stale | { result: 'full' }> {
  const { conversationId, agentId, until, reason, at, weight = 1, departmentLimit = null } = input;
  const state = yield* lockExpected(conversationId, input.expectVersion);
  if (state?.status !== 'queued' || state.offer_agent_id !== null) return { result: 'stale' };
  if (!(yield* takeRoom(state, { agentId, weight, departmentLimit, at }))) return { result: 'full' };
  const change = yield* takeChange();
  yield* run(offer, { no: state.no, agentId, until, reason, room: weight, change });
  return nothingSaid(state, agentId, change);
}

/** The room is taken already; the rest is as any assignment. */
export function* acceptOffer(input: AcceptOffer): Operation<Handed | Stale> {
  const { conversationId, agentId, at, answerBy } = input;
  const state = yield* lockExpected(conversationId, input.expectVersion);
  if (state?.status !== 'queued' || state.offer_agent_id !== agentId) return { result: 'stale' };
  if (state.offer_until !== null && state.offer_until <= at) return { result: 'stale' };
  const reason = state.offer_reason ?? '';
  return yield* giveTo(state, { agentId, reason, at, answerBy, room: state.room });
}

export function* endOffer(input: EndOffer): Operation<(Handed & { away: boolean }) | Stale> {
  const { conversationId, how, missesMax, at } = input;
  const state = yield* lockExpected(conversationId, input.expectVersion);
  if (!state || state.offer_agent_id === null) return { result: 'stale' };
  const { no, offer_agent_id: agentId } = state;
  yield* releaseOffer(state, at);
  const away = how === 'missed' && (yield* addMiss({ agentId, missesMax, at }));
  const change = yield* takeChange();
  yield* run(withdraw, { no, missed: how === 'gone' ? state.missed : withMiss(state.missed, agentId), change });
  return { ...nothingSaid(state, agentId, change), away };
}

/** Whoever else takes it, or ends it, gives the room back to the agent at whom it rang. */
export function* releaseOffer(state: ConversationState, at: number): Operation<void> {
  if (state.offer_agent_id !== null) yield* freeRoom(state.offer_agent_id, state.room, at);
}

export function* listLapsedOffers(input: { now: number; limit: number }): Operation<LapsedOffer[]> {
  const found = yield* rows(lapsed, input);
  return found.map(({ availability, leaseUntil, ...one }) => ({
    ...one,
    missed: availability === 'available' && leaseUntil > input.now,
  }));
}

/** The visitor waits as before: nothing is written into the conversation. */
function nothingSaid(state: ConversationState, agentId: string, change: number): Handed {
  const { id: conversationId, visitor_id: visitorId } = state;
  return { result: 'changed', conversationId, visitorId, agentId, entries: [], team: [], change };
}
