import { listOf } from './list-of.ts';
import { count, type Operation, run } from './operation.ts';
import { listProfiles } from './person-root.ts';
import { prepare } from './prepare.ts';

type Ids = { ids: string };

const notes = prepare<Ids>()((db, p, dialect) =>
  db.deleteFrom('person_note').where('visitor_id', 'in', listOf(p.ids, dialect) as never),
);
const tags = prepare<Ids>()((db, p, dialect) =>
  db.deleteFrom('person_tag').where('visitor_id', 'in', listOf(p.ids, dialect) as never),
);
const visits = prepare<Ids>()((db, p, dialect) =>
  db.deleteFrom('visitor_visit').where('visitor_id', 'in', listOf(p.ids, dialect) as never),
);
/** Whom, whence and why goes; who blocked when and until when is the team's own doing. */
const blocks = prepare<Ids>()((db, p, dialect) =>
  db
    .updateTable('visitor_block')
    .set({ visitor_id: null, address_hash: null, reason: '' })
    .where('visitor_id', 'in', listOf(p.ids, dialect) as never),
);
const merges = prepare<Ids>()((db, p, dialect) =>
  db
    .updateTable('visitor_merge')
    .set({ document: '{"notes":[],"tags":[],"orders":[],"profiles":[]}' })
    .where((eb) =>
      eb.or([
        eb('into_id', 'in', listOf(p.ids, dialect) as never),
        // Taken apart again: her tags went back, and stand there still.
        eb('from_id', 'in', listOf(p.ids, dialect) as never),
      ]),
    ),
);

interface Erased {
  notes: number;
  tags: number;
  visits: number;
  blocks: number;
}

/** J11 */
export function* eraseAbout(visitorId: string): Operation<Erased> {
  return yield* eraseAboutThese(yield* listProfiles(visitorId));
}

export function* eraseAboutThese(profiles: readonly string[]): Operation<Erased> {
  const ids = JSON.stringify(profiles);
  yield* run(merges, { ids });
  return {
    notes: yield* count(notes, { ids }),
    tags: yield* count(tags, { ids }),
    visits: yield* count(visits, { ids }),
    blocks: yield* count(blocks, { ids }),
  };
}
