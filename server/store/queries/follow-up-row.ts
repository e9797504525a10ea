import type { Kysely } from 'kysely';
import type { FollowUp } from '../../../protocol/wire/feedback.ts';
import type { AgentCard } from '../../../protocol/wire/model.ts';
import { type Operation, row } from './operation.ts';
import { prepare } from './prepare.ts';
import type { Tables } from './tables.ts';

/** A follow-up with all that people read of it. */
export function followUpLines(db: Kysely<Tables>) {
  return db
    .selectFrom('follow_up')
    .innerJoin('conversation', 'conversation.no', 'follow_up.conversation_no')
    .innerJoin('site', 'site.id', 'conversation.site_id')
    .innerJoin('visitor', 'visitor.id', 'conversation.visitor_id')
    .innerJoin('episode', (join) =>
      join
        .onRef('episode.conversation_no', '=', 'follow_up.conversation_no')
        .onRef('episode.number', '=', 'follow_up.episode'),
    )
    .leftJoin('agent as owner', 'owner.id', 'follow_up.owner_id')
    .leftJoin('agent as maker', 'maker.id', 'follow_up.by_id')
    .leftJoin('agent as ender', 'ender.id', 'follow_up.done_by')
    .selectAll('follow_up')
    .select([
      'conversation.id as conversationId',
      'site.name as siteName',
      'visitor.label',
      'episode.score',
      'episode.comment',
      'owner.name as ownerName',
      'maker.name as makerName',
      'ender.name as enderName',
    ]);
}

const byId = prepare<{ id: string }>()((db, p) => followUpLines(db).where('follow_up.id', '=', p.id));

type Line = NonNullable<typeof byId.row>;

export function* findFollowUp(id: string): Operation<FollowUp | undefined> {
  const line = yield* row(byId, { id });
  return line && toFollowUp(line);
}

export function toFollowUp(line: Line): FollowUp {
  return {
    id: line.id,
    conversationId: line.conversationId,
    episode: line.episode,
    kind: line.kind,
    causes: JSON.parse(line.causes),
    label: line.label,
    siteName: line.siteName,
    score: line.score,
    comment: line.comment,
    note: line.note,
    owner: toCard(line.owner_id, line.ownerName),
    by: toCard(line.by_id, line.makerName),
    madeAt: line.made_at,
    dueAt: line.due_at,
    done: doneOf(line),
    version: line.version,
  };
}

function doneOf(line: Line): FollowUp['done'] {
  const { done_at: at, outcome } = line;
  if (at === null || outcome === null) return null;
  return { at, by: toCard(line.done_by, line.enderName), outcome, note: line.done_note };
}

function toCard(id: string | null, name: string | null): AgentCard | null {
  return id === null ? null : { id, name: name ?? '' };
}
