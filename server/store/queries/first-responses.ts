import { type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';

const latest = prepare<{ siteId: string; since: number; limit: number }>()((db, p) =>
  db
    .selectFrom('episode')
    .innerJoin('conversation', 'conversation.no', 'episode.conversation_no')
    .select(['episode.opened_at', 'episode.first_response_ms', 'episode.closed_at'])
    .where('conversation.site_id', '=', p.siteId)
    .where('episode.opened_at', '>=', p.since)
    .orderBy('episode.opened_at', 'desc')
    .limit(p.limit),
);

/** How long the latest episodes of a site waited for their first answer; those without one so far, or to their end. */
export function* listFirstResponses(input: {
  siteId: string;
  since: number;
  now: number;
  limit: number;
}): Operation<{ answeredMs: number[]; censoredMs: number[] }> {
  const found = yield* rows(latest, input);
  return {
    answeredMs: found.flatMap(({ first_response_ms: ms }) => (ms === null ? [] : ms)),
    censoredMs: found.flatMap((one) =>
      one.first_response_ms === null ? Math.max(0, (one.closed_at ?? input.now) - one.opened_at) : [],
    ),
  };
}
