import { sql } from 'kysely';
import type { RevisedEntry } from '../../../protocol/wire/model.ts';
import type { Changed, Stale } from '../store.ts';
import type { ClientIdTaken, ReviseMessage, StoredMessage, StoredRevision } from '../thread-store.ts';
import { type ConversationState, lockConversation } from './conversation-row.ts';
import { readCard } from './entries.ts';
import { removeFileAt } from './files.ts';
import { lastTextOf } from './last-text.ts';
import { insertOne, type Operation, row, run, takeChange } from './operation.ts';
import { prepare } from './prepare.ts';
import { retakeWords } from './retake-words.ts';
import { unlessKnown } from './unless-known.ts';

const message = prepare<{ conversationId: string; seq: number }>()((db, p) =>
  db
    .selectFrom('entry')
    .innerJoin('conversation', 'conversation.no', 'entry.conversation_no')
    .select(['entry.author', 'entry.author_id', 'entry.at', 'entry.body', 'entry.file', 'entry.revised_at'])
    .where('conversation.id', '=', p.conversationId)
    .where('entry.seq', '=', p.seq)
    .where('entry.kind', '=', sql.lit('message')),
);
const revision = prepare<{ authorId: string; clientId: string }>()((db, p) =>
  db
    .selectFrom('entry')
    .innerJoin('conversation', 'conversation.no', 'entry.conversation_no')
    .select(['conversation.id', 'entry.refers_seq', 'entry.seq', 'entry.at'])
    .where('entry.author_id', '=', p.authorId)
    .where('entry.client_id', '=', p.clientId)
    .where('entry.client_id', 'is not', null)
    .where('entry.kind', '=', sql.lit('revised')),
);
/** Without words: they stand in the message, so that nothing of an earlier revision is left anywhere. */
const insert = prepare<ReviseMessage & { no: number; place: number }>()((db, p, dialect) =>
  unlessKnown(
    db.insertInto('entry').values({
      conversation_no: p.no,
      seq: p.place,
      at: p.at,
      kind: sql.lit('revised'),
      author: p.by,
      author_id: p.authorId,
      client_id: p.clientId,
      refers_seq: p.seq,
    } as never),
    dialect,
  ),
);
const change = prepare<{ no: number; seq: number; body: string; at: number }>()((db, p) =>
  db
    .updateTable('entry')
    // A removed file's card goes with its name.
    .set({ body: p.body, revised_at: p.at, file: sql.lit(null) })
    .where('conversation_no', '=', p.no)
    .where('seq', '=', p.seq),
);
const later = prepare<{ no: number; seq: number }>()((db, p) =>
  db
    .selectFrom('entry')
    .select('seq')
    .where('conversation_no', '=', p.no)
    .where('seq', '>', p.seq)
    .where('kind', '=', sql.lit('message'))
    .limit(1),
);
const moveOn = prepare<{ no: number; place: number; change: number }>()((db, p) =>
  db.updateTable('conversation').set({ head: p.place, change: p.change }).where('no', '=', p.no),
);
const moveOnLast = prepare<{ no: number; place: number; change: number; text: string }>()((db, p) =>
  db.updateTable('conversation').set({ head: p.place, change: p.change, last_text: p.text }).where('no', '=', p.no),
);

export function* findMessage(input: { conversationId: string; seq: number }): Operation<StoredMessage | undefined> {
  const found = yield* row(message, input);
  if (!found?.author) return undefined;
  const { author, author_id, at, body, file, revised_at: revisedAt } = found;
  return { author, authorId: author_id ?? '', at, body: body ?? '', isFile: file !== null, revisedAt };
}

export function* findRevision(input: { authorId: string; clientId: string }): Operation<StoredRevision | undefined> {
  const found = yield* row(revision, input);
  return found && { conversationId: found.id, of: found.refers_seq ?? 0, seq: found.seq, at: found.at };
}

export function* reviseMessage(input: ReviseMessage): Operation<Changed | Stale | ClientIdTaken> {
  const { conversationId, seq, expectRevisedAt, body, at } = input;
  const state = yield* lockConversation(conversationId);
  const said = state && (yield* findMessage({ conversationId, seq }));
  if (!said || said.revisedAt !== expectRevisedAt) return { result: 'stale' };
  const { no } = state;
  if (!(yield* insertOne(insert, { ...input, no, place: state.head + 1 }))) return { result: 'taken' };
  yield* run(change, { no, seq, body, at });
  if (said.isFile) yield* removeFileAt({ no, seq });
  const agentId = said.author === 'agent' ? said.authorId : null;
  const marked = { kind: 'message', siteId: state.site_id, author: said.author, agentId } as const;
  yield* retakeWords({ no, place: seq, text: body, marked });
  return yield* tell(state, input);
}

function* tell(state: ConversationState, { seq: of, by, authorId, body, at }: ReviseMessage): Operation<Changed> {
  const { no, id: conversationId, visitor_id: visitorId, agent_id: agentId } = state;
  const place = state.head + 1;
  const entry: RevisedEntry = { kind: 'revised', seq: place, at, of, body, by };
  if (by === 'agent') entry.agent = yield* readCard(authorId);
  const isLast = !(yield* row(later, { no, seq: of }));
  const change = yield* takeChange();
  if (isLast) yield* run(moveOnLast, { no, place, change, text: lastTextOf(body) });
  else yield* run(moveOn, { no, place, change });
  return { result: 'changed', conversationId, visitorId, agentId, entries: [entry], change };
}
