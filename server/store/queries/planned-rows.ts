import { type Kysely, sql } from 'kysely';
import type { HeldBecause } from '../../../protocol/wire/composer.ts';
import type { ErrorCode } from '../../../protocol/wire/errors.ts';
import type { StoredPlanned } from '../composer-store.ts';
import { type Operation, row, rows } from './operation.ts';
import { prepare } from './prepare.ts';
import type { Tables } from './tables.ts';

function lines(db: Kysely<Tables>) {
  return db
    .selectFrom('planned_message')
    .innerJoin('conversation', 'conversation.no', 'planned_message.conversation_no')
    .leftJoin('agent', 'agent.id', 'planned_message.agent_id')
    .selectAll('planned_message')
    .select(['conversation.id as conversationId', 'agent.name']);
}

const byId = prepare<{ id: string }>()((db, p) => lines(db).where('planned_message.id', '=', p.id));
/** Written out, so that the index of open ones fits it. */
export const isOpenState = sql<boolean>`planned_message.state in ('waiting', 'held')`;
const openIn = prepare<{ conversationId: string }>()((db, p) =>
  lines(db)
    .where('conversation.id', '=', p.conversationId)
    .where(isOpenState)
    .orderBy('planned_message.send_at')
    .orderBy('planned_message.id'),
);
const openOfAgent = prepare<{ agentId: string; limit: number }>()((db, p) =>
  lines(db)
    .where('planned_message.agent_id', '=', p.agentId)
    .where(isOpenState)
    .orderBy('planned_message.send_at')
    .orderBy('planned_message.id')
    .limit(p.limit),
);
/** Who ended it meanwhile left nothing to do. */
const unclosedOfAgent = prepare<{ agentId: string; limit: number }>()((db, p) =>
  lines(db)
    .where('planned_message.agent_id', '=', p.agentId)
    .where(sql<boolean>`planned_message.state = 'unclosed'`)
    .where('conversation.status', '<>', 'closed')
    .orderBy('planned_message.send_at')
    .orderBy('planned_message.id')
    .limit(p.limit),
);
const due = prepare<{ now: number; limit: number }>()((db, p) =>
  db
    .selectFrom('planned_message')
    .select('id')
    .where('state', '=', sql.lit('waiting'))
    .where('send_at', '<=', p.now)
    .orderBy('send_at')
    .limit(p.limit),
);
const closing = prepare<{ limit: number }>()((db, p) =>
  db
    .selectFrom('planned_message')
    .select('id')
    .where('state', '=', sql.lit('closing'))
    .orderBy('send_at')
    .limit(p.limit),
);

const lastOfVisitor = prepare<{ id: string }>()((db, p) =>
  db
    .selectFrom('entry')
    .innerJoin('conversation', 'conversation.no', 'entry.conversation_no')
    .select('entry.seq')
    .where('conversation.id', '=', p.id)
    .where('entry.kind', '=', 'message')
    .where('entry.author', '=', 'visitor')
    .orderBy('entry.seq', 'desc')
    .limit(1),
);

type Line = NonNullable<typeof byId.row>;

export function* findPlanned(id: string): Operation<StoredPlanned | undefined> {
  const line = yield* row(byId, { id });
  return line && toPlanned(line);
}

export function* expectPlanned(id: string): Operation<StoredPlanned> {
  const found = yield* findPlanned(id);
  if (!found) throw new Error(`The planned message ${id} was there a moment ago.`);
  return found;
}

export function* listPlanned(
  input: { conversationId: string } | { agentId: string; limit: number },
): Operation<StoredPlanned[]> {
  if ('conversationId' in input) return (yield* rows(openIn, input)).map(toPlanned);
  return [...(yield* rows(openOfAgent, input)), ...(yield* rows(unclosedOfAgent, input))].map(toPlanned);
}

export function* listDuePlanned({ now, limit }: { now: number; limit: number }): Operation<string[]> {
  const [waiting, ending] = [yield* rows(due, { now, limit }), yield* rows(closing, { limit })];
  return [...ending, ...waiting].map(({ id }) => id);
}

export function* findLastVisitorSeq(id: string): Operation<number> {
  return (yield* row(lastOfVisitor, { id }))?.seq ?? 0;
}

function toPlanned(line: Line): StoredPlanned {
  return {
    id: line.id,
    conversationId: line.conversationId,
    by: { id: line.agent_id, name: line.name ?? '' },
    body: line.body,
    madeAt: line.made_at,
    sendAt: line.send_at,
    close: line.close_as,
    state: isSent(line.state) ? 'sent' : line.state,
    held: line.state === 'held' ? (line.held as HeldBecause | null) : null,
    ...(line.state === 'unclosed' ? { closeRefused: line.held as ErrorCode } : {}),
    version: line.version,
    baseSeq: line.base_seq,
    closing: line.state === 'closing',
  };
}

function isSent(state: Line['state']): state is 'sent' | 'closing' | 'unclosed' {
  return state === 'sent' || state === 'closing' || state === 'unclosed';
}
