import type { Mention, MentionPlace } from '../../../protocol/wire/composer.ts';
import { MENTION_TEXT_CHARS_MAX } from '../../../protocol/wire/limits-of-composer.ts';
import { count, type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';

const insert = prepare<{ agentId: string; no: number; number: number; at: number }>()((db, p) =>
  db
    .insertInto('mention')
    .values({ agent_id: p.agentId, conversation_no: p.no, number: p.number, at: p.at, seen_at: null }),
);
const page = prepare<{ agentId: string; limit: number } & MentionPlace>()((db, p) =>
  db
    .selectFrom('mention')
    .innerJoin('conversation', 'conversation.no', 'mention.conversation_no')
    .innerJoin('site', 'site.id', 'conversation.site_id')
    .innerJoin('visitor', 'visitor.id', 'conversation.visitor_id')
    .innerJoin('team_entry', (join) =>
      join
        .onRef('team_entry.conversation_no', '=', 'mention.conversation_no')
        .onRef('team_entry.number', '=', 'mention.number'),
    )
    .leftJoin('agent', 'agent.id', 'team_entry.by_id')
    .select([
      'conversation.id as conversationId',
      'mention.number',
      'mention.at',
      'mention.seen_at as seenAt',
      'visitor.label',
      'site.name as siteName',
      'team_entry.by_id as byId',
      'agent.name as byName',
      'team_entry.body',
    ])
    .where('mention.agent_id', '=', p.agentId)
    .where((eb) =>
      eb.or([
        eb('mention.at', '<', p.at),
        eb.and([eb('mention.at', '=', p.at), eb('conversation.id', '<', p.conversationId)]),
        eb.and([
          eb('mention.at', '=', p.at),
          eb('conversation.id', '=', p.conversationId),
          eb('mention.number', '<', p.number),
        ]),
      ]),
    )
    .orderBy('mention.at', 'desc')
    .orderBy('conversation.id', 'desc')
    .orderBy('mention.number', 'desc')
    .limit(p.limit),
);
const unread = prepare<{ agentId: string }>()((db, p) =>
  db
    .selectFrom('mention')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('agent_id', '=', p.agentId)
    .where('seen_at', 'is', null),
);
const see = prepare<{ agentId: string; conversationId: string; upToNumber: number; at: number }>()((db, p) =>
  db
    .updateTable('mention')
    .set({ seen_at: p.at })
    .where('agent_id', '=', p.agentId)
    .where('seen_at', 'is', null)
    .where('number', '<=', p.upToNumber)
    .where('conversation_no', 'in', (eb) =>
      eb.selectFrom('conversation').select('conversation.no').where('conversation.id', '=', p.conversationId),
    ),
);

const place = prepare<{ id: string }>()((db, p) =>
  db
    .selectFrom('conversation')
    .innerJoin('site', 'site.id', 'conversation.site_id')
    .innerJoin('visitor', 'visitor.id', 'conversation.visitor_id')
    .select(['visitor.label', 'visitor.email', 'site.name as siteName'])
    .where('conversation.id', '=', p.id),
);

type Line = NonNullable<typeof page.row>;
/** Before everything. */
const START: MentionPlace = { at: Number.MAX_SAFE_INTEGER, conversationId: '', number: 0 };

/** With the note, in its transaction (D10). */
export function* addMentions(no: number, number: number, at: number, agentIds: readonly string[]): Operation<void> {
  for (const agentId of agentIds) yield* run(insert, { agentId, no, number, at });
}

export function* listMentions(input: {
  agentId: string;
  after?: MentionPlace | undefined;
  limit: number;
}): Operation<{ mentions: Mention[]; more: boolean }> {
  const { agentId, limit } = input;
  const found = yield* rows(page, { agentId, ...(input.after ?? START), limit: limit + 1 });
  return { mentions: found.slice(0, limit).map(toMention), more: found.length > limit };
}

export function* readMentionPlace(
  id: string,
): Operation<(Pick<Mention, 'label' | 'siteName'> & { email: string | null }) | undefined> {
  return yield* row(place, { id });
}

export function* countMentions(agentId: string): Operation<number> {
  return Number((yield* row(unread, { agentId }))?.n ?? 0);
}

export function* seeMentions(input: {
  agentId: string;
  conversationId: string;
  upToNumber: number;
  at: number;
}): Operation<number> {
  return yield* count(see, input);
}

function toMention({ byId, byName, body, ...line }: Line): Mention {
  const text = (body ?? '').slice(0, MENTION_TEXT_CHARS_MAX);
  return { ...line, by: { id: byId ?? '', name: byName ?? '' }, text };
}
