import { sql } from 'kysely';
import { FIRST_CONTACT_MS } from '../../../protocol/wire/limits.ts';
import { numbersOf } from './numbers-of.ts';
import { prepare } from './prepare.ts';
import { samePerson } from './same-person.ts';

/**
 * M8: after which resolved ones the same person came with another conversation within seven days of the end. Where one of the two has
 * no topic, nobody can say that it was another one.
 */
export const again = prepare<{ nos: string }>()((db, p, dialect) =>
  db
    .selectFrom('episode')
    .innerJoin('conversation', 'conversation.no', 'episode.conversation_no')
    .innerJoin('visitor as me', 'me.id', 'conversation.visitor_id')
    .innerJoin('visitor as same', (join) => join.on(samePerson))
    .innerJoin('conversation as other', (join) =>
      join
        .onRef('other.visitor_id', '=', 'same.id')
        .onRef('other.site_id', '=', 'conversation.site_id')
        .onRef('other.no', '<>', 'conversation.no'),
    )
    .innerJoin('episode as later', 'later.conversation_no', 'other.no')
    .leftJoin('opening', (join) =>
      join
        .onRef('opening.conversation_no', '=', 'episode.conversation_no')
        .onRef('opening.episode', '=', 'episode.number'),
    )
    .leftJoin('opening as next', (join) =>
      join.onRef('next.conversation_no', '=', 'later.conversation_no').onRef('next.episode', '=', 'later.number'),
    )
    .where('episode.conversation_no', 'in', numbersOf(p.nos, dialect) as never)
    .where('episode.outcome', '=', sql.lit('resolved'))
    .whereRef('later.opened_at', '>=', 'episode.closed_at')
    .where('later.opened_at', '<=', sql<number>`episode.closed_at + ${sql.lit(FIRST_CONTACT_MS)}`)
    .where((eb) =>
      eb.or([
        eb('opening.topic', 'is', null),
        eb('next.topic', 'is', null),
        eb('opening.topic', '=', eb.ref('next.topic')),
      ]),
    )
    .distinct()
    .orderBy('episode.conversation_no')
    .orderBy('episode.number')
    .select(['episode.conversation_no as no', 'episode.number as episode']),
);
