import { type Kysely, sql } from 'kysely';
import type { StoredNeeds, WaitingChanges, WaitingLine } from '../routing-store.ts';
import { readChange } from './installation.ts';
import { type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';
import type { Tables } from './tables.ts';

function lines(db: Kysely<Tables>) {
  return db
    .selectFrom('conversation')
    .select([
      'no',
      'id as conversationId',
      'change',
      'status',
      'version',
      'site_id as siteId',
      'department_id as departmentId',
      'queued_at as queuedAt',
      'entered_at as enteredAt',
      'priority',
      'needs',
      'known_agent_id as knownAgentId',
      'missed',
      'episode',
      'offer_agent_id as offerAgentId',
      'held',
    ]);
}

const changed = prepare<{ afterChange: number; limit: number }>()((db, p) =>
  lines(db).where('change', '>', p.afterChange).orderBy('change').limit(p.limit),
);
const first = prepare<{ limit: number }>()((db, p) =>
  lines(db)
    .where('status', '=', sql.lit('queued'))
    .where('offer_agent_id', 'is', null)
    // H7: what came while it was closed waits for the opening.
    .where('held', '=', 0)
    .orderBy('queued_at')
    .orderBy('no')
    .limit(p.limit),
);
const further = prepare<{ queuedAt: number; no: number; limit: number }>()((db, p) =>
  lines(db)
    .where('status', '=', sql.lit('queued'))
    .where('offer_agent_id', 'is', null)
    // H7: what came while it was closed waits for the opening.
    .where('held', '=', 0)
    .where((eb) =>
      eb.and([eb('queued_at', '>=', p.queuedAt), eb.or([eb('queued_at', '>', p.queuedAt), eb('no', '>', p.no)])]),
    )
    .orderBy('queued_at')
    .orderBy('no')
    .limit(p.limit),
);

type Line = NonNullable<typeof first.row>;

export function* readWaitingChanges(input: { afterChange: number; limit: number }): Operation<WaitingChanges> {
  const head = yield* readChange();
  // One more than asked, to know whether it goes on.
  const found = yield* rows(changed, { afterChange: input.afterChange, limit: input.limit + 1 });
  const more = found.length > input.limit;
  const page = found.slice(0, input.limit);
  return {
    lines: page.map((line) => ({ conversationId: line.conversationId, waiting: waits(line) ? toLine(line) : null })),
    change: more ? (page.at(-1)?.change ?? input.afterChange) : head,
    more,
  };
}

export function* listQueued(input: {
  after: { queuedAt: number; no: number } | null;
  limit: number;
}): Operation<WaitingLine[]> {
  const { after, limit } = input;
  const found = after ? yield* rows(further, { ...after, limit }) : yield* rows(first, { limit });
  return found.map(toLine);
}

function waits(line: Line): boolean {
  return line.status === 'queued' && line.offerAgentId === null && line.held === 0;
}

function toLine({ change, status, offerAgentId, held, needs, missed, episode, ...line }: Line): WaitingLine {
  return {
    ...line,
    reopened: episode > 1,
    needs: needs === null ? null : (JSON.parse(needs) as StoredNeeds),
    missed: missed === null ? [] : (JSON.parse(missed) as string[]),
  };
}
