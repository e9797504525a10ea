import { sql } from 'kysely';
import { assert } from '../../../protocol/kit/assert.ts';
import type { FileCard } from '../../../protocol/wire/files.ts';
import type { RatingMore } from '../../../protocol/wire/front.ts';
import type {
  AgentCard,
  ClosedEntry,
  Entry,
  MessageEntry,
  NoticeEntry,
  QueuedEntry,
  RatedEntry,
} from '../../../protocol/wire/model.ts';
import type { CidConflict, Duplicate, NewMessage } from '../store.ts';
import { attachFile, toCard } from './files.ts';
import { insertOne, type Operation, row, run } from './operation.ts';
import { prepare } from './prepare.ts';
import type { EntryTable } from './tables.ts';
import { unlessKnown } from './unless-known.ts';

interface MessageRow extends NewMessage {
  no: number;
  seq: number;
}

/** A message that its author has sent before makes no row. */
const insertMessage = prepare<MessageRow>()((db, p, dialect) =>
  unlessKnown(
    db.insertInto('entry').values({
      conversation_no: p.no,
      seq: p.seq,
      at: p.at,
      kind: sql.lit('message'),
      author: p.author,
      author_id: p.authorId,
      client_id: p.clientId,
      body: p.body,
    } as never),
    dialect,
  ),
);
const insertEntry = prepare<Omit<EntryTable, 'client_id' | 'file' | 'refers_seq' | 'revised_at'>>()((db, p) =>
  db.insertInto('entry').values({
    conversation_no: p.conversation_no,
    seq: p.seq,
    at: p.at,
    kind: p.kind,
    author: p.author,
    author_id: p.author_id,
    client_id: sql.lit(null),
    body: p.body,
    episode: p.episode,
    reason: p.reason,
    score: p.score,
    until: p.until,
  }),
);
const firstSent = prepare<{ authorId: string; clientId: string }>()((db, p) =>
  db
    .selectFrom('entry')
    .innerJoin('conversation', 'conversation.no', 'entry.conversation_no')
    .select(['conversation.id', 'entry.seq', 'entry.at', 'entry.body', 'entry.revised_at'])
    .where('entry.author_id', '=', p.authorId)
    .where('entry.client_id', '=', p.clientId)
    .where('entry.client_id', 'is not', null),
);
const answers = prepare<{ no: number; seq: number; quote: number }>()((db, p) =>
  db.updateTable('entry').set({ refers_seq: p.quote }).where('conversation_no', '=', p.no).where('seq', '=', p.seq),
);
const agentName = prepare<{ id: string }>()((db, p) => db.selectFrom('agent').select('name').where('id', '=', p.id));

/** False: this author has sent this `clientId` before. */
export function* addMessage(no: number, seq: number, message: NewMessage): Operation<boolean> {
  const { author, authorId, clientId, body, at, file, quote } = message;
  const isNew = yield* insertOne(insertMessage, { no, seq, author, authorId, clientId, body, at });
  if (isNew && file) yield* attachFile(no, seq, at, file);
  if (isNew && quote !== undefined) yield* run(answers, { no, seq, quote });
  return isNew;
}

/** What became of this `clientId` before, in any conversation of its author (C3). */
export function* findRepeat(message: NewMessage): Operation<Duplicate | CidConflict | undefined> {
  const first = yield* row(firstSent, message);
  if (!first) return undefined;
  // What was revised since cannot be compared any more.
  if (first.revised_at === null && first.body !== message.body) return { result: 'cid_conflict' };
  return { result: 'duplicate', conversationId: first.id, seq: first.seq, at: first.at };
}

/** All entries but messages and what revises them; `authorId` is whoever it speaks of. */
export function* addEntry(no: number, entry: StateEntry, authorId: string | null): Operation<void> {
  yield* run(insertEntry, {
    conversation_no: no,
    seq: entry.seq,
    at: entry.at,
    kind: entry.kind,
    author: authorOf(entry),
    author_id: authorId,
    body: bodyOf(entry),
    episode: 'episode' in entry ? entry.episode : null,
    reason: reasonOf(entry),
    score: entry.kind === 'rated' ? entry.score : null,
    until: entry.kind === 'notice' ? (entry.until ?? null) : null,
  });
}

type StateEntry = Exclude<Entry, { kind: 'message' | 'revised' }>;

function bodyOf(entry: StateEntry): string | null {
  switch (entry.kind) {
    case 'rated':
      return entry.comment ?? null;
    case 'contact':
      return entry.email;
    case 'notice':
      return entry.text ?? null;
    default:
      return null;
  }
}

function reasonOf(entry: StateEntry): string | null {
  switch (entry.kind) {
    case 'queued':
      return entry.reason;
    case 'closed':
      return entry.reason ?? null;
    case 'notice':
      return entry.what;
    case 'rated':
      return moreOf(entry);
    default:
      return null;
  }
}

/** What goes with a score, as JSON, where there is anything. */
function moreOf({ reasons, solved, complaint, effort, recommend, anonymous }: RatedEntry): string | null {
  const text = JSON.stringify({ reasons, solved, complaint, effort, recommend, anonymous });
  return text === '{}' ? null : text;
}

function authorOf(entry: StateEntry): EntryTable['author'] {
  switch (entry.kind) {
    case 'queued':
    case 'notice':
      return null;
    case 'assigned':
    case 'joined':
    case 'left':
      return 'agent';
    case 'closed':
      return entry.by === 'system' ? null : entry.by;
    case 'rated':
    case 'contact':
      return 'visitor';
  }
}

/** The card of the agent who wrote or served, as it is now. */
export function* readCard(agentId: string): Operation<AgentCard> {
  return { id: agentId, name: (yield* row(agentName, { id: agentId }))?.name ?? '' };
}

/** A message as readers see it. */
export function* toMessageEntry(message: NewMessage, seq: number): Operation<Entry> {
  const { at, author, clientId, body } = message;
  const entry: MessageEntry = { kind: 'message', seq, at, author, clientId, body };
  if (author === 'agent') entry.agent = yield* readCard(message.authorId);
  if (message.file) entry.file = toCard(message.file);
  if (message.quote !== undefined) entry.quote = message.quote;
  return entry;
}

export type EntryRow = Omit<EntryTable, 'conversation_no'> & { agent_name: string | null };

/** `bodyOf`: what the message at this place says now, for what revises it. */
export function toEntry(stored: EntryRow, bodyOf: (seq: number) => string): Entry {
  const { seq, at, kind } = stored;
  const episode = stored.episode ?? 0;
  const agent: AgentCard = { id: stored.author_id ?? '', name: stored.agent_name ?? '' };
  switch (kind) {
    case 'message':
      return toMessage(stored, agent);
    case 'revised': {
      const of = stored.refers_seq ?? 0;
      const by = stored.author ?? 'visitor';
      return { kind, seq, at, of, body: bodyOf(of), by, ...(by === 'agent' ? { agent } : {}) };
    }
    case 'queued':
      return { kind, seq, at, episode, reason: (stored.reason ?? 'opened') as QueuedEntry['reason'] };
    case 'assigned':
    case 'joined':
    case 'left':
      return { kind, seq, at, episode, agent };
    case 'closed':
      return {
        ...{ kind, seq, at, episode, by: stored.author ?? 'system' },
        ...(stored.reason === null ? {} : { reason: stored.reason as NonNullable<ClosedEntry['reason']> }),
      };
    case 'rated': {
      const score = stored.score ?? 0;
      return {
        ...{ kind, seq, at, episode, score },
        ...(stored.body === null ? {} : { comment: stored.body }),
        ...(stored.reason === null ? {} : (JSON.parse(stored.reason) as RatingMore)),
      };
    }
    case 'contact':
      return { kind, seq, at, email: stored.body ?? '' };
    case 'notice':
      return {
        ...{ kind, seq, at, what: stored.reason as NoticeEntry['what'] },
        ...(stored.body === null ? {} : { text: stored.body }),
        ...(stored.until === null ? {} : { until: stored.until }),
      };
  }
}

function toMessage(stored: EntryRow, agent: AgentCard): MessageEntry {
  const { seq, at, author, body } = stored;
  // J12, J13: of what was emptied the name that its author gave it is gone, too.
  const clientId = stored.client_id ?? (body === '' ? `emptied-${seq}` : null);
  assert(author && clientId && body !== null, 'a message has an author, a clientId and a body');
  const entry: MessageEntry = { kind: 'message', seq, at, author, clientId, body };
  if (author === 'agent') entry.agent = agent;
  if (stored.file !== null) entry.file = JSON.parse(stored.file) as FileCard;
  if (stored.refers_seq !== null) entry.quote = stored.refers_seq;
  if (stored.revised_at !== null) entry.revisedAt = stored.revised_at;
  return entry;
}
