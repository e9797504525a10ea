import { sql } from 'kysely';
import { WORDS_FOLDING } from '../../../protocol/wire/words.ts';
import { type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { replaceWords } from './put-lines.ts';
import { lockTaking } from './take-up-words.ts';

const state = prepare()((db) =>
  db.selectFrom('find_state').select(['folding', 'refolding', 'refolded']).where('one', '=', 1),
);
/** With their texts as they are now; of a person as she was taken up, for by that her line is known. */
const linesAfter = prepare<{ after: number; limit: number }>()((db, p) =>
  db
    .selectFrom('find_line as line')
    .innerJoin('conversation', 'conversation.no', 'line.conversation_no')
    .leftJoin('entry', (on) =>
      on
        .onRef('entry.conversation_no', '=', 'line.conversation_no')
        .onRef('entry.seq', '=', 'line.place')
        .on('line.kind', '=', sql.lit('message')),
    )
    .leftJoin('team_entry', (on) =>
      on
        .onRef('team_entry.conversation_no', '=', 'line.conversation_no')
        .onRef('team_entry.number', '=', 'line.place')
        .on('line.kind', '=', sql.lit('note')),
    )
    .leftJoin('find_place', (on) =>
      on.onRef('find_place.conversation_no', '=', 'line.conversation_no').on('line.kind', '=', sql.lit('person')),
    )
    .select([
      'line.no',
      'line.conversation_no as conversationNo',
      'line.kind',
      'line.place',
      'line.at',
      'conversation.site_id as siteId',
      'entry.body as said',
      'entry.author',
      'entry.author_id as saidBy',
      'team_entry.body as noted',
      'team_entry.by_id as notedBy',
      'find_place.person',
    ])
    .where('line.no', '>', p.after)
    .orderBy('line.no')
    .limit(p.limit),
);
const moveOn = prepare<{ refolded: number }>()((db, p) =>
  db
    .updateTable('find_state')
    .set({ refolding: sql.lit(WORDS_FOLDING), refolded: p.refolded })
    .where('one', '=', 1),
);
const end = prepare()((db) =>
  db
    .updateTable('find_state')
    .set({ folding: sql.lit(WORDS_FOLDING), refolding: sql.lit(0), refolded: sql.lit(0) })
    .where('one', '=', 1),
);

type Line = NonNullable<typeof linesAfter.row>;

/** L5: a bounded piece in each transaction; killed anywhere, it goes on where it was. */
export function* refoldWords(input: { limit: number }): Operation<{ more: boolean }> {
  yield* lockTaking();
  const now = yield* row(state, {});
  if (!now || now.folding === WORDS_FOLDING) return { more: false };
  // One that was on its way to another folding begins anew.
  const after = now.refolding === WORDS_FOLDING ? now.refolded : 0;
  const lines = yield* rows(linesAfter, { after, limit: input.limit });
  yield* replaceWords(lines.map(asNew));
  const last = lines.at(-1);
  if (last && lines.length === input.limit) yield* run(moveOn, { refolded: last.no });
  else yield* run(end, {});
  return { more: lines.length === input.limit };
}

export function* isRefolding(): Operation<boolean> {
  return ((yield* row(state, {}))?.folding ?? WORDS_FOLDING) !== WORDS_FOLDING;
}

function asNew(line: Line) {
  const { no, conversationNo, kind, place, at, siteId, said, author, saidBy, noted, notedBy, person } = line;
  const by = kind === 'note' ? 'agent' : author;
  const agentId = kind === 'note' ? notedBy : by === 'agent' ? saidBy : null;
  return { no, conversationNo, kind, place, at, siteId, text: said ?? noted ?? person ?? '', author: by, agentId };
}
