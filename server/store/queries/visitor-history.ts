import type { VisitorHistory } from '../routing-store.ts';
import { type Operation, row } from './operation.ts';
import { prepare } from './prepare.ts';
import { samePerson } from './same-person.ts';

/** V16: whichever of her profiles it was. */
const latest = prepare<{ visitorId: string }>()((db, p) =>
  db
    .selectFrom('visitor as me')
    .innerJoin('visitor as same', (join) => join.on(samePerson))
    .innerJoin('conversation', 'conversation.visitor_id', 'same.id')
    .select('conversation.agent_id')
    .where('me.id', '=', p.visitorId)
    .orderBy('conversation.no', 'desc')
    .limit(1),
);
const rated = prepare<{ visitorId: string }>()((db, p) =>
  db
    .selectFrom('visitor as me')
    .innerJoin('visitor as same', (join) => join.on(samePerson))
    .innerJoin('conversation', 'conversation.visitor_id', 'same.id')
    .innerJoin('episode', 'episode.conversation_no', 'conversation.no')
    .select('episode.score')
    .where('me.id', '=', p.visitorId)
    .where('episode.score', 'is not', null)
    .orderBy('episode.rated_at', 'desc')
    .limit(1),
);

export function* readHistory(visitorId: string): Operation<VisitorHistory> {
  const last = yield* row(latest, { visitorId });
  if (!last) return { returning: false, lastAgentId: null, lastScore: null };
  return { returning: true, lastAgentId: last.agent_id, lastScore: (yield* row(rated, { visitorId }))?.score ?? null };
}
