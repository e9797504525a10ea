import { type Kysely, sql } from 'kysely';
import type { Promised } from '../../domain/queue/back-test.ts';
import type { RoomOfAgent } from '../../domain/queue/places.ts';
import type { InQueue, NewPromise, PromisesAsked } from '../service-store.ts';
import type { Period } from '../store.ts';
import { type Operation, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';
import type { Tables } from './tables.ts';

const waiting = prepare<{ limit: number }>()((db, p) =>
  db
    .selectFrom('conversation')
    .select(['id', 'visitor_id', 'episode', 'site_id', 'department_id', 'queued_at', 'priority'])
    .where('status', '=', sql.lit('queued'))
    .where('held', '=', 0)
    .orderBy('queued_at')
    .orderBy('no')
    .limit(p.limit),
);
const present = prepare<{ now: number }>()((db, p) =>
  db
    .selectFrom('agent')
    .select(['id', 'capacity', 'load', 'extra', 'site_ids'])
    .where('availability', '=', 'available')
    .where('lease_until', '>', p.now)
    .orderBy('id'),
);
const memberships = prepare()((db) => db.selectFrom('agent_department').select(['agent_id', 'department_id']));
const served = prepare()((db) =>
  db.selectFrom('assignment').select(['agent_id', 'at']).where('ended_at', 'is', null).orderBy('at'),
);
/** Only a conversation that ended says how long one takes; a re-queued one was cut short. */
const handled = prepare<{ siteId: string; departmentId: string; since: number; limit: number }>()((db, p) =>
  db
    .selectFrom('assignment')
    .innerJoin('conversation', 'conversation.no', 'assignment.conversation_no')
    .select(['assignment.at', 'assignment.ended_at'])
    .where('assignment.end_reason', '=', sql.lit('closed'))
    .where('assignment.ended_at', '>=', p.since)
    .where('conversation.site_id', '=', p.siteId)
    .where(sql`coalesce(conversation.department_id, '')`, '=', p.departmentId)
    .orderBy('assignment.ended_at', 'desc')
    .limit(p.limit),
);
const promise = prepare<NewPromise>()((db, p) =>
  db
    .insertInto('promise')
    .columns(['conversation_no', 'episode', 'at', 'position', 'low_ms', 'high_ms', 'samples', 'opened_at', 'site_id'])
    .expression((eb) =>
      eb
        .selectFrom('conversation')
        .select((s) => [
          'no',
          s.cast<number>(s.val(p.episode), 'bigint').as('episode'),
          s.cast<number>(s.val(p.at), 'bigint').as('at'),
          s.cast<number>(s.val(p.position), 'bigint').as('position'),
          s.cast<number>(s.val(p.lowMs), 'bigint').as('low_ms'),
          s.cast<number>(s.val(p.highMs), 'bigint').as('high_ms'),
          s.cast<number>(s.val(p.samples), 'bigint').as('samples'),
          s
            .selectFrom('episode')
            .select('opened_at')
            .whereRef('episode.conversation_no', '=', 'conversation.no')
            .where('episode.number', '=', p.episode)
            .as('opened_at'),
          'site_id',
        ])
        .where('id', '=', p.conversationId),
    )
    .onConflict((c) => c.doNothing()),
);

type Told = Period & { limit: number };
const toldIn = (db: Kysely<Tables>, p: Told) =>
  db
    .selectFrom('promise')
    .innerJoin('episode', (join) =>
      join
        .onRef('episode.conversation_no', '=', 'promise.conversation_no')
        .onRef('episode.number', '=', 'promise.episode'),
    )
    .innerJoin('conversation', 'conversation.no', 'promise.conversation_no')
    .select((eb) => [
      'conversation.id as conversationId',
      'promise.conversation_no as no',
      'promise.episode',
      'promise.at',
      'promise.low_ms as lowMs',
      'promise.high_ms as highMs',
      'episode.closed_at',
      eb
        .selectFrom('assignment')
        .select((s) => s.fn.min('assignment.at').as('first'))
        .whereRef('assignment.conversation_no', '=', 'promise.conversation_no')
        .whereRef('assignment.at', '>=', 'promise.at')
        .as('assignedAt'),
    ])
    .where('promise.opened_at', '>=', p.from)
    .where('promise.opened_at', '<', p.to)
    .orderBy('promise.opened_at', 'desc')
    .limit(p.limit);

/** Of all sites, or of one: each has an index of its own, which also puts them in order. */
const promises = prepare<Told>()((db, p) => toldIn(db, p));
const promisesOfSite = prepare<Told & { site: string }>()((db, p) =>
  toldIn(db, p).where('promise.site_id', '=', p.site),
);

const forget = prepare<{ no: number; episode: number; at: number }>()((db, p) =>
  db
    .deleteFrom('promise')
    .where('conversation_no', '=', p.no)
    .where('episode', '=', p.episode)
    .where(sql<boolean>`at + high_ms > ${p.at}`),
);

export function* readQueue(input: {
  now: number;
  limit: number;
}): Operation<{ waiting: InQueue[]; agents: RoomOfAgent[] }> {
  const line = yield* rows(waiting, { limit: input.limit });
  if (line.length === 0) return { waiting: [], agents: [] };
  const agents = new Map<string, RoomOfAgent & { departmentIds: string[]; busySince: number[] }>();
  for (const { id, capacity, load, extra, site_ids: siteIds } of yield* rows(present, { now: input.now })) {
    agents.set(id, {
      ...{ id, capacity, load: load + extra, siteIds: JSON.parse(siteIds) as string[] },
      ...{ departmentIds: [], busySince: [] },
    });
  }
  for (const { agent_id: id, department_id: department } of yield* rows(memberships, {})) {
    agents.get(id)?.departmentIds.push(department);
  }
  for (const { agent_id: id, at } of yield* rows(served, {})) agents.get(id)?.busySince.push(at);
  return {
    waiting: line.map((one) => ({
      conversationId: one.id,
      visitorId: one.visitor_id,
      episode: one.episode,
      siteId: one.site_id,
      departmentId: one.department_id,
      queuedAt: one.queued_at,
      priority: one.priority,
    })),
    agents: [...agents.values()],
  };
}

export function* listHandlingTimes(input: {
  siteId: string;
  departmentId: string | null;
  since: number;
  limit: number;
}): Operation<number[]> {
  const found = yield* rows(handled, { ...input, departmentId: input.departmentId ?? '' });
  return found.map(({ at, ended_at: endedAt }) => Math.max(0, (endedAt ?? at) - at));
}

export function* addPromises(made: NewPromise[]): Operation<void> {
  // In one order, so that two nodes cannot wait for each other.
  for (const one of made.toSorted((a, b) => (a.conversationId < b.conversationId ? -1 : 1))) yield* run(promise, one);
}

/** T20: a range of a line that somebody left says nothing about that line. What is late already stays late. */
export function* forgetPromise(no: number, episode: number, at: number): Operation<void> {
  yield* run(forget, { no, episode, at });
}

export function* listPromises({ siteId, ...asked }: PromisesAsked): Operation<Promised[]> {
  const found =
    siteId === null ? yield* rows(promises, asked) : yield* rows(promisesOfSite, { ...asked, site: siteId });
  return found
    .map(({ assignedAt, closed_at: closedAt, ...told }) => ({
      ...told,
      // An assignment after the end belongs to the next episode.
      assignedAt: assignedAt !== null && (closedAt === null || assignedAt <= closedAt) ? Number(assignedAt) : null,
    }))
    .toSorted((a, b) => b.at - a.at);
}
