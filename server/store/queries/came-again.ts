import { sql } from 'kysely';
import { FIRST_CONTACT_MS } from '../../../protocol/wire/limits.ts';
import { numbersOf } from './list-of.ts';
import { prepare } from './prepare.ts';
import { samePerson } from './same-person.ts';

/**
 * M8: after which resolved ones the same person came with another conversation within seven days of the end. Where one of the two has
 * no topic, nobody can say that it was another one. Those that are asked about come first and stand apart: of more than eight tables
 * PostgreSQL puts no more in its own order, and looked through all conversations before it chose these.
 */
export const again = prepare<{ nos: string }>()((db, p, dialect) =>
  db
    .with(
      (name) => name('asked').materialized(),
      (own) =>
        own
          .selectFrom('episode')
          .innerJoin('conversation', 'conversation.no', 'episode.conversation_no')
          .leftJoin('opening', (join) =>
            join
              .onRef('opening.conversation_no', '=', 'episode.conversation_no')
              .onRef('opening.episode', '=', 'episode.number'),
          )
          .where('episode.conversation_no', 'in', numbersOf(p.nos, dialect) as never)
          .where('episode.outcome', '=', sql.lit('resolved'))
          .select([
            'episode.conversation_no as no',
            'episode.number as episode',
            'episode.closed_at',
            'conversation.visitor_id',
            'conversation.site_id',
            'opening.topic',
          ]),
    )
    .selectFrom('asked')
    .innerJoin('visitor as me', 'me.id', 'asked.visitor_id')
    .innerJoin('visitor as same', (join) => join.on(samePerson))
    .innerJoin('conversation as other', (join) =>
      join
        .onRef('other.visitor_id', '=', 'same.id')
        .onRef('other.site_id', '=', 'asked.site_id')
        .onRef('other.no', '<>', 'asked.no'),
    )
    .innerJoin('episode as later', 'later.conversation_no', 'other.no')
    .leftJoin('opening as next', (join) =>
      join.onRef('next.conversation_no', '=', 'later.conversation_no').onRef('next.episode', '=', 'later.number'),
    )
    .whereRef('later.opened_at', '>=', 'asked.closed_at')
    .where('later.opened_at', '<=', sql<number>`asked.closed_at + ${sql.lit(FIRST_CONTACT_MS)}`)
    .where((eb) =>
      eb.or([
        eb('asked.topic', 'is', null),
        eb('next.topic', 'is', null),
        eb('asked.topic', '=', eb.ref('next.topic')),
      ]),
    )
    .distinct()
    .orderBy('asked.no')
    .orderBy('asked.episode')
    .select(['asked.no', 'asked.episode']),
);
