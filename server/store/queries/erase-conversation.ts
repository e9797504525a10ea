import { sql } from 'kysely';
import { ERASED_LABEL } from '../../../protocol/kit/label.ts';
import type { Intake } from '../../../protocol/wire/front.ts';
import { lockConversation } from './conversation-row.ts';
import { eraseOpenings } from './erase-openings.ts';
import { removeFiles } from './files.ts';
import { type Operation, row, rows, run, takeChange } from './operation.ts';
import { prepare } from './prepare.ts';
import { dropWords, lockTaking } from './take-up-words.ts';

type No = { no: number };

const lines = prepare<No>()((db, p) =>
  db.selectFrom('find_line').select('no as line').where('conversation_no', '=', p.no),
);
const dropLines = prepare<No>()((db, p) => db.deleteFrom('find_line').where('conversation_no', '=', p.no));
/** As if all of it were taken up, so that nothing is found of it again. */
const takenUp = prepare<No & { seq: number; number: number; person: string }>()((db, p) => {
  const place = { seq: p.seq, number: p.number, person: p.person, person_no: sql.lit(null) };
  return db
    .insertInto('find_place')
    .values({ conversation_no: p.no, ...place })
    .onConflict((c) => c.column('conversation_no').doUpdateSet(place));
});
const files = prepare<No>()((db, p) =>
  db.selectFrom('file').select(['id', 'vault_name']).where('conversation_no', '=', p.no),
);
const intake = prepare<No>()((db, p) => db.selectFrom('intake').select('document').where('conversation_no', '=', p.no));
const complained = prepare<No>()((db, p) =>
  db.updateTable('episode').set({ complaint: 1 }).where('conversation_no', '=', p.no).where('number', '=', 1),
);
/** That there was a message, when and by whom of the team, is counted (M6); what it said is not. */
const entries = prepare<No>()((db, p) =>
  db
    .updateTable('entry')
    .set({
      body: sql`case when body is null then null else '' end`,
      file: sql.lit(null),
      client_id: sql.lit(null),
      author_id: sql`case when author = 'agent' then author_id else null end`,
    } as never)
    .where('conversation_no', '=', p.no),
);
const teamEntries = prepare<No>()((db, p) =>
  db
    .updateTable('team_entry')
    .set({
      body: sql`case when body is null then null else '' end`,
      client_id: sql.lit(null),
      mentions: sql.lit(null),
    } as never)
    .where('conversation_no', '=', p.no),
);
const episodes = prepare<No>()((db, p) =>
  db
    .updateTable('episode')
    .set({ comment: sql.lit(null) })
    .where('conversation_no', '=', p.no),
);
const followUps = prepare<No>()((db, p) =>
  db
    .updateTable('follow_up')
    .set({ note: sql.lit(null), done_note: sql.lit(null) })
    .where('conversation_no', '=', p.no),
);
const gone = (['draft', 'planned_message', 'macro_run', 'mention', 'mail', 'intake', 'question'] as const).map(
  (table) => prepare<No>()((db, p) => db.deleteFrom(table).where('conversation_no', '=', p.no)),
);
const pushes = prepare<{ id: string }>()((db, p) =>
  db.deleteFrom('push_outbox').where(sql<boolean>`replace(document, ${p.id}, '') <> document`),
);
const empty = prepare<No & { change: number; at: number }>()((db, p) =>
  db
    .updateTable('conversation')
    .set({
      version: sql`version + 1`,
      change: p.change,
      last_text: sql.lit(''),
      email: sql.lit(null),
      page_url: sql.lit(null),
      page_title: sql.lit(null),
      unread: sql.lit(0),
      erased_at: p.at,
    } as never)
    .where('no', '=', p.no),
);

const mark = prepare<{ at: number }>()((db, p) =>
  db
    .insertInto('emptying')
    .values({ one: 1, at: p.at })
    .onConflict((c) => c.column('one').doNothing()),
);

/** J12, in one transaction: nothing of what was written is left, and what figures count is as it was. */
export function* eraseConversation(input: {
  conversationId: string;
  at: number;
}): Operation<{ vaultNames: string[]; change: number } | 'open' | 'not_found'> {
  const { conversationId, at } = input;
  const state = yield* lockConversation(conversationId);
  if (!state) return 'not_found';
  if (state.status !== 'closed') return 'open';
  const { no, head: seq, team_head: number } = state;
  yield* lockTaking();
  for (const { line } of yield* rows(lines, { no })) yield* run(dropWords, { line });
  yield* run(dropLines, { no });
  yield* run(takenUp, { no, seq, number, person: ERASED_LABEL });
  const kept = yield* rows(files, { no });
  if (kept.length > 0) yield* removeFiles(kept.map(({ id }) => id));
  const said = yield* row(intake, { no });
  if (said && (JSON.parse(said.document) as Intake).complaint === true) yield* run(complained, { no });
  for (const each of [entries, teamEntries, episodes, followUps, ...gone]) yield* run(each, { no });
  yield* eraseOpenings(no);
  yield* run(pushes, { id: conversationId });
  const change = yield* takeChange();
  yield* run(empty, { no, change, at });
  yield* run(mark, { at });
  return { vaultNames: kept.map((one) => one.vault_name), change };
}
