import type { EpisodePlace, FactLine } from '../fact-store.ts';
import { agents, written } from './facts.ts';
import { numbersOf } from './list-of.ts';
import { type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';

const lines = prepare<{ nos: string }>()((db, p, dialect) =>
  db
    .selectFrom('episode')
    .innerJoin('conversation', 'conversation.no', 'episode.conversation_no')
    .innerJoin('site', 'site.id', 'conversation.site_id')
    .innerJoin('visitor', 'visitor.id', 'conversation.visitor_id')
    .leftJoin('agent', 'agent.id', 'episode.last_agent_id')
    .where('episode.conversation_no', 'in', numbersOf(p.nos, dialect) as never)
    .select([
      'episode.conversation_no as no',
      'episode.number as episode',
      'conversation.id as conversationId',
      'conversation.site_id as siteId',
      'site.name as siteName',
      'visitor.label as visitorLabel',
      'agent.name as agentName',
      'episode.opened_at as openedAt',
      'episode.closed_at as closedAt',
      'episode.outcome',
      'episode.first_response_ms as firstResponseMs',
      'episode.queue_ms as queueMs',
      'episode.score',
      'episode.comment',
      'episode.reasons',
      'episode.solved',
      'episode.words_from as wordsFrom',
    ]),
);

export function* readFactLines(places: readonly EpisodePlace[]): Operation<FactLine[]> {
  const wanted = new Set(places.map(({ no, episode }) => `${no} ${episode}`));
  const nos = JSON.stringify([...new Set(places.map(({ no }) => no))]);
  const found = (yield* rows(lines, { nos })).filter(({ no, episode }) => wanted.has(`${no} ${episode}`));
  const names = new Map((yield* rows(agents, {})).map(({ id, name }) => [id, name]));
  const parts = new Map<string, FactLine['written']>();
  for (const { no, episode, agentId, messages } of yield* rows(written, { nos })) {
    const key = `${no} ${episode}`;
    const own = parts.get(key) ?? [];
    parts.set(key, [...own, { name: names.get(agentId ?? '') ?? '', messages: Number(messages) }]);
  }
  return found.map(({ reasons, solved, ...line }) => ({
    ...line,
    reasons: reasons === null ? [] : (JSON.parse(reasons) as string[]),
    solved: solved as FactLine['solved'],
    written: parts.get(`${line.no} ${line.episode}`) ?? [],
  }));
}
