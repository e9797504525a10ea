import { makeLabel } from '../../../protocol/kit/label.ts';
import type { Visitor, VisitorQuery } from '../store.ts';
import { type Operation, row, run } from './operation.ts';
import { prepare } from './prepare.ts';

/** `seen_at` moves at most this often (ms): it is compared with days. */
const SEEN_STEP_MS = 60_000;
const LABEL_CHARS = 4;

interface NewVisitor {
  id: string;
  siteId: string;
  tokenHash: string;
  at: number;
}

const insert = prepare<NewVisitor & { label: string }>()((db, p) =>
  db.insertInto('visitor').values({
    id: p.id,
    site_id: p.siteId,
    token_hash: p.tokenHash,
    label: p.label,
    email: null,
    made_at: p.at,
    seen_at: p.at,
    token_at: p.at,
  } as never),
);
const byToken = prepare<Omit<VisitorQuery, 'at' | 'overlapMs'>>()((db, p) =>
  db
    .selectFrom('visitor')
    .leftJoin('visitor_identity', 'visitor_identity.visitor_id', 'visitor.acts_as')
    .select(['visitor.id', 'visitor.site_id', 'seen_at', 'token_at', 'acts_as', 'visitor_identity.subject'])
    .where('token_hash', '=', p.tokenHash)
    .where('visitor.site_id', '=', p.siteId)
    .where('seen_at', '>=', p.idleSince)
    .where('made_at', '>=', p.madeSince),
);
const seen = prepare<{ id: string; at: number }>()((db, p) =>
  db.updateTable('visitor').set({ seen_at: p.at }).where('id', '=', p.id).where('seen_at', '<', p.at),
);

export function* addVisitor(input: NewVisitor): Operation<void> {
  yield* run(insert, { ...input, label: labelOf(input.id) });
}

export interface FoundVisitor extends Visitor {
  /** Long enough ago to be written down again. */
  stale: boolean;
}

export function* findVisitor(input: VisitorQuery): Operation<FoundVisitor | undefined> {
  const found = yield* row(byToken, input);
  if (!found) return undefined;
  const { id: browserId, site_id: siteId, token_at: tokenAt, acts_as: actsAs, subject } = found;
  return {
    id: actsAs ?? browserId,
    browserId,
    siteId,
    tokenAt,
    subject,
    stale: input.at - found.seen_at >= SEEN_STEP_MS,
  };
}

export function* touchVisitor(input: { id: string; at: number }): Operation<void> {
  yield* run(seen, input);
}

/** "Visitor 7F3K": short, the same in every list; two visitors may share one (FNV-1a over the id). */
function labelOf(id: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  const text = (hash >>> 0).toString(36).toUpperCase().padStart(LABEL_CHARS, '0');
  return makeLabel(text.slice(-LABEL_CHARS));
}
