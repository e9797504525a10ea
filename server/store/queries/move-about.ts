import { type Operation, run } from './operation.ts';
import { prepare } from './prepare.ts';

interface Way {
  from: string;
  to: string;
}

const notes = prepare<Way>()((db, p) =>
  db.updateTable('person_note').set({ visitor_id: p.to }).where('visitor_id', '=', p.from),
);
const copyTags = prepare<Way>()((db, p) =>
  db
    .insertInto('person_tag')
    .columns(['visitor_id', 'tag', 'by_id', 'at'])
    .expression((eb) =>
      eb
        .selectFrom('person_tag')
        .select((s) => [s.cast<string>(s.val(p.to), 'text').as('visitor_id'), 'tag', 'by_id', 'at'])
        .where('visitor_id', '=', p.from),
    )
    .onConflict((c) => c.doNothing()),
);
const dropTags = prepare<Way>()((db, p) => db.deleteFrom('person_tag').where('visitor_id', '=', p.from));
const copyVisit = prepare<Way>()((db, p) =>
  db
    .insertInto('visitor_visit')
    .columns(['visitor_id', 'document', 'changed_at'])
    .expression((eb) =>
      eb
        .selectFrom('visitor_visit')
        .select((s) => [s.cast<string>(s.val(p.to), 'text').as('visitor_id'), 'document', 'changed_at'])
        .where('visitor_id', '=', p.from),
    )
    .onConflict((c) => c.doNothing()),
);
const dropVisit = prepare<Way>()((db, p) => db.deleteFrom('visitor_visit').where('visitor_id', '=', p.from));

/** I3: what the team wrote about a browser goes along to the person it acts for. */
export function* moveAbout(way: Way): Operation<void> {
  for (const query of [notes, copyTags, dropTags, copyVisit, dropVisit]) yield* run(query, way);
}
