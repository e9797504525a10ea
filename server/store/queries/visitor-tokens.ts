import { sql } from 'kysely';
import type { Visitor, VisitorQuery } from '../store.ts';
import { locked } from './conversation-row.ts';
import { type Operation, row, run } from './operation.ts';
import { prepare } from './prepare.ts';

/**
 * Beside the token on the visitor's row there are those that were offered and not yet used (`next`), and those that were
 * exchanged (`retired`). One that is offered takes effect when it is used, so that an answer which was lost costs nobody
 * the conversation.
 */

const known = prepare<{ hash: string }>()((db, p) =>
  db.selectFrom('visitor_token').select('hash').where('hash', '=', p.hash),
);
const byHash = prepare<Omit<VisitorQuery, 'at' | 'overlapMs'>>()((db, p, dialect) =>
  locked(
    db
      .selectFrom('visitor_token')
      .innerJoin('visitor', 'visitor.id', 'visitor_token.visitor_id')
      .select(['visitor.id', 'visitor.token_hash', 'visitor.acts_as', 'visitor_token.state', 'visitor_token.at'])
      .where('visitor_token.hash', '=', p.tokenHash)
      .where('visitor.site_id', '=', p.siteId)
      .where('visitor.seen_at', '>=', p.idleSince)
      .where('visitor.made_at', '>=', p.madeSince),
    dialect,
  ),
);
/** By itself: PostgreSQL locks no row that an outer join may leave out. */
const subjectOf = prepare<{ visitorId: string }>()((db, p) =>
  db.selectFrom('visitor_identity').select('subject').where('visitor_id', '=', p.visitorId),
);
const add = prepare<{ hash: string; visitorId: string; state: 'next' | 'retired'; at: number }>()((db, p) =>
  db
    .insertInto('visitor_token')
    .values({ hash: p.hash, visitor_id: p.visitorId, state: p.state, at: p.at })
    .onConflict((c) => c.doNothing()),
);
const remove = prepare<{ hash: string }>()((db, p) => db.deleteFrom('visitor_token').where('hash', '=', p.hash));
/** Of a visitor who never came back with them. */
const removeOffers = prepare<{ visitorId: string; before: number }>()((db, p) =>
  db
    .deleteFrom('visitor_token')
    .where('visitor_id', '=', p.visitorId)
    .where('state', '=', sql.lit('next'))
    .where('at', '<', p.before),
);
const removeAll = prepare<{ visitorId: string }>()((db, p) =>
  db.deleteFrom('visitor_token').where('visitor_id', '=', p.visitorId),
);
export const setCurrent = prepare<{ id: string; hash: string; at: number }>()((db, p) =>
  db.updateTable('visitor').set({ token_hash: p.hash, token_at: p.at, seen_at: p.at }).where('id', '=', p.id),
);

export function* endOtherTokens(visitorId: string): Operation<void> {
  yield* run(removeAll, { visitorId });
}

/** Whether this token stands beside a visitor's row, in whatever state: wrong ones cost no write. */
export function* isOtherToken(tokenHash: string): Operation<boolean> {
  return (yield* row(known, { hash: tokenHash })) !== undefined;
}

export function* offerToken(input: {
  visitorId: string;
  tokenHash: string;
  at: number;
  overlapMs: number;
}): Operation<void> {
  const { visitorId, tokenHash, at } = input;
  yield* run(removeOffers, { visitorId, before: at - input.overlapMs });
  yield* run(add, { hash: tokenHash, visitorId, state: 'next', at });
}

/** First use of an offered one exchanges; a retired one is good for a while, and then a thief's, or a copy's (P33). */
export function* useOtherToken(
  input: VisitorQuery & { spoiled: string },
): Operation<Visitor | { revoked: string } | undefined> {
  const { siteId, tokenHash, at } = input;
  const found = yield* row(byHash, input);
  if (!found) return undefined;
  const { id, state } = found;
  if (state === 'next') {
    yield* run(remove, { hash: tokenHash });
    yield* run(add, { hash: found.token_hash, visitorId: id, state: 'retired', at });
    yield* run(setCurrent, { id, hash: tokenHash, at });
  } else if (at >= found.at + input.overlapMs) {
    yield* run(removeAll, { visitorId: id });
    // Nobody's hash: from here on no token opens this history.
    yield* run(setCurrent, { id, hash: input.spoiled, at });
    return { revoked: id };
  }
  const person = found.acts_as === null ? undefined : yield* row(subjectOf, { visitorId: found.acts_as });
  return { id: found.acts_as ?? id, browserId: id, siteId, tokenAt: at, subject: person?.subject ?? null };
}
