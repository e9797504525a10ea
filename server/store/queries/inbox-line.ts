import type { Kysely } from 'kysely';
import type { Ask, ConversationSummary, Offer } from '../../../protocol/wire/model.ts';
import { participantsOf, toMarks } from './conversation-row.ts';
import type { Tables } from './tables.ts';

/** What a line of the agents' list needs; both joins by key, so that a line costs the same however much is stored. */
export function lines(db: Kysely<Tables>) {
  return db
    .selectFrom('conversation')
    .innerJoin('site', 'site.id', 'conversation.site_id')
    .innerJoin('visitor', 'visitor.id', 'conversation.visitor_id')
    .leftJoin('visitor_identity', 'visitor_identity.visitor_id', 'conversation.visitor_id')
    .leftJoin('agent', 'agent.id', 'conversation.agent_id')
    .leftJoin('agent as rung', 'rung.id', 'conversation.offer_agent_id')
    .leftJoin('agent as asked', 'asked.id', 'conversation.ask_to')
    .leftJoin('agent as asker', 'asker.id', 'conversation.ask_by')
    .leftJoin('opening', (join) =>
      join
        .onRef('opening.conversation_no', '=', 'conversation.no')
        .onRef('opening.episode', '=', 'conversation.episode'),
    )
    .selectAll('conversation')
    .select([
      'site.name as site_name',
      'visitor.label',
      'visitor_identity.verified_at',
      'agent.name as agent_name',
      'rung.name as rung_name',
      'asked.name as asked_name',
      'asker.name as asker_name',
      'opening.segments',
      'opening.target_ms',
    ]);
}

type Line = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number];

export function toSummary(line: Line): ConversationSummary {
  return {
    id: line.id,
    change: line.change,
    siteId: line.site_id,
    siteName: line.site_name,
    visitor: {
      id: line.visitor_id,
      label: line.label,
      email: line.email,
      pageUrl: line.page_url,
      pageTitle: line.page_title,
      ...(line.verified_at === null ? {} : { verified: true }),
    },
    status: line.status,
    agent: line.agent_id === null ? null : { id: line.agent_id, name: line.agent_name ?? '' },
    episode: line.episode,
    openedAt: line.opened_at,
    queuedAt: line.queued_at,
    closedAt: line.closed_at,
    head: line.head,
    waitingSince: line.wait_started_at,
    firstResponseMs: line.first_response_ms,
    lastText: line.last_text,
    lastAuthor: line.last_author,
    lastAt: line.last_at,
    unread: line.unread,
    score: line.score,
    marks: toMarks(line),
    departmentId: line.department_id,
    language: line.language,
    priority: line.priority,
    offer: offerOf(line),
    participants: [...participantsOf(line)],
    ask: askOf(line),
    teamHead: line.team_head,
    ...(line.held === 1 ? { held: true } : {}),
    ...listed('tags', line.tags),
    ...listed('segments', line.segments),
    ...(line.target_ms === null ? {} : { targetMs: line.target_ms }),
    ...(line.erased_at === null ? {} : { erasedAt: line.erased_at }),
  };
}

/** Nearly always nothing, and then nothing is parsed. */
function listed<Name extends string>(name: Name, json: string | null): { [N in Name]?: string[] } {
  return json === null || json === '[]' ? {} : ({ [name]: JSON.parse(json) } as { [N in Name]?: string[] });
}

function offerOf(line: Line): Offer | null {
  const { offer_agent_id: id, offer_until: until } = line;
  return id === null || until === null ? null : { agent: { id, name: line.rung_name ?? '' }, until };
}

function askOf(line: Line): Ask | null {
  const { ask_kind: kind, ask_to: to, ask_by: by, ask_until: until } = line;
  if (kind === null || to === null || by === null || until === null) return null;
  return { kind, to: { id: to, name: line.asked_name ?? '' }, by: { id: by, name: line.asker_name ?? '' }, until };
}
