import type { Selectable, SelectQueryBuilder } from 'kysely';
import type { Conversation } from '../store.ts';
import type { DialectName } from './dialect.ts';
import { type Operation, row } from './operation.ts';
import { prepare } from './prepare.ts';
import type { ConversationTable, Tables } from './tables.ts';

/** All that a change of state looks at. */
export const STATE = [
  'no',
  'id',
  'site_id',
  'visitor_id',
  'status',
  'version',
  'agent_id',
  'assignment',
  'episode',
  'head',
  'opened_at',
  'queued_at',
  'entered_at',
  'closed_at',
  'wait_started_at',
  'wait_started_seq',
  'wait_queue_ms',
  'first_response_ms',
  'visitor_delivered',
  'visitor_read',
  'agent_delivered',
  'agent_read',
  'room',
  'offer_agent_id',
  'offer_until',
  'offer_reason',
  'department_id',
  'erased_at',
  'missed',
  'participants',
  'ask_kind',
  'ask_to',
  'ask_by',
  'ask_until',
  'team_head',
] as const;

export type ConversationState = Pick<Selectable<ConversationTable>, (typeof STATE)[number]>;

/** On SQLite the write transaction is the lock. On PostgreSQL the row is: whoever comes second sees the result. */
export function locked<TB extends keyof Tables, O>(
  query: SelectQueryBuilder<Tables, TB, O>,
  dialect: DialectName,
): SelectQueryBuilder<Tables, TB, O> {
  return dialect === 'postgres' ? query.forUpdate() : query;
}

const byId = prepare<{ id: string }>()((db, p) => db.selectFrom('conversation').select(STATE).where('id', '=', p.id));
const byIdLocked = prepare<{ id: string }>()((db, p, dialect) =>
  locked(db.selectFrom('conversation').select(STATE).where('id', '=', p.id), dialect),
);
/** J13: of what was emptied nothing goes on. */
const latestOf = prepare<{ visitorId: string }>()((db, p) =>
  db
    .selectFrom('conversation')
    .select(STATE)
    .where('visitor_id', '=', p.visitorId)
    .where('erased_at', 'is', null)
    .orderBy('no', 'desc')
    .limit(1),
);
const openOf = prepare<{ visitorId: string; siteId: string }>()((db, p, dialect) =>
  locked(
    db
      .selectFrom('conversation')
      .select(STATE)
      .where('visitor_id', '=', p.visitorId)
      .where('site_id', '=', p.siteId)
      .where('status', '<>', 'closed'),
    dialect,
  ),
);

/** For a write: nobody else changes it until the commit. */
export function* lockConversation(id: string): Operation<ConversationState | undefined> {
  return yield* row(byIdLocked, { id });
}

/** `undefined` also where the state moved on since the decision (S3). */
export function* lockExpected(id: string, expectVersion: number): Operation<ConversationState | undefined> {
  const state = yield* lockConversation(id);
  return state?.version === expectVersion ? state : undefined;
}

export function* lockOpenConversation(input: {
  visitorId: string;
  siteId: string;
}): Operation<ConversationState | undefined> {
  return yield* row(openOf, input);
}

export function* findConversation(id: string): Operation<Conversation | undefined> {
  return toConversation(yield* row(byId, { id }));
}

export function* findLatestConversation(visitorId: string): Operation<Conversation | undefined> {
  return toConversation(yield* row(latestOf, { visitorId }));
}

function toConversation(state: ConversationState | undefined): Conversation | undefined {
  return (
    state && {
      id: state.id,
      siteId: state.site_id,
      visitorId: state.visitor_id,
      status: state.status,
      version: state.version,
      agentId: state.agent_id,
      assignment: state.assignment,
      episode: state.episode,
      head: state.head,
      openedAt: state.opened_at,
      queuedAt: state.queued_at,
      closedAt: state.closed_at,
      waitingSince: state.wait_started_at,
      firstResponseMs: state.first_response_ms,
      marks: toMarks(state),
      participants: participantsOf(state),
      ask: askOf(state),
      departmentId: state.department_id,
      offer: offerOf(state),
      erased: state.erased_at !== null,
    }
  );
}

const NOBODY: readonly string[] = [];

/** Nearly always nobody, and then nothing is parsed. */
export function participantsOf(state: Pick<ConversationTable, 'participants'>): readonly string[] {
  return state.participants === '[]' ? NOBODY : (JSON.parse(state.participants) as string[]);
}

function askOf(state: ConversationState): Conversation['ask'] {
  const { ask_kind: kind, ask_to: toId, ask_by: byId, ask_until: until } = state;
  return kind !== null && toId !== null && byId !== null && until !== null ? { kind, toId, byId, until } : null;
}

function offerOf(state: ConversationState): Conversation['offer'] {
  const { offer_agent_id: agentId, offer_until: until } = state;
  return agentId !== null && until !== null ? { agentId, until } : null;
}

export type MarkColumns = Pick<
  ConversationTable,
  'visitor_delivered' | 'visitor_read' | 'agent_delivered' | 'agent_read'
>;

export function toMarks(state: MarkColumns) {
  return {
    visitorDelivered: state.visitor_delivered,
    visitorRead: state.visitor_read,
    agentDelivered: state.agent_delivered,
    agentRead: state.agent_read,
  };
}
