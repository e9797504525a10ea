import type { VisitorHistory } from '../routing-store.ts';
import { type Operation, row } from './operation.ts';
import { prepare } from './prepare.ts';

const latest = prepare<{ visitorId: string }>()((db, p) =>
  db.selectFrom('conversation').select('agent_id').where('visitor_id', '=', p.visitorId).orderBy('no', 'desc').limit(1),
);
const rated = prepare<{ visitorId: string }>()((db, p) =>
  db
    .selectFrom('conversation')
    .innerJoin('episode', 'episode.conversation_no', 'conversation.no')
    .select('episode.score')
    .where('conversation.visitor_id', '=', p.visitorId)
    .where('episode.score', 'is not', null)
    .orderBy('episode.rated_at', 'desc')
    .limit(1),
);

export function* readHistory(visitorId: string): Operation<VisitorHistory> {
  const last = yield* row(latest, { visitorId });
  if (!last) return { returning: false, lastAgentId: null, lastScore: null };
  return { returning: true, lastAgentId: last.agent_id, lastScore: (yield* row(rated, { visitorId }))?.score ?? null };
}
