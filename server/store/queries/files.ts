import { sql } from 'kysely';
import type { FileCard } from '../../../protocol/wire/files.ts';
import { FileQuotaReached, type NewFile, type SentFile, type StoredFile } from '../file-store.ts';
import { listOf } from './list-of.ts';
import { count, type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';

const usedBy = prepare<{ no: number }>()((db, p) =>
  db
    .selectFrom('file')
    .select([sql<number>`count(*)`.as('files'), sql<number>`cast(coalesce(sum(bytes), 0) as bigint)`.as('bytes')])
    .where('conversation_no', '=', p.no),
);
const takeRoom = prepare<{ bytes: number; max: number }>()((db, p) =>
  db
    .updateTable('installation')
    .set({ file_bytes: sql`file_bytes + ${p.bytes}` } as never)
    .where(sql<boolean>`file_bytes + ${p.bytes} <= ${p.max}`),
);
const giveRoom = prepare<{ ids: string }>()((db, p, dialect) =>
  db.updateTable('installation').set({
    file_bytes: sql`file_bytes - (select cast(coalesce(sum(bytes), 0) as bigint) from file where id in ${listOf(p.ids, dialect)})`,
  } as never),
);
const insert = prepare<Omit<NewFile, 'quotas'> & { no: number; seq: number; at: number; card: string }>()((db, p) =>
  db.insertInto('file').values({
    id: p.id,
    conversation_no: p.no,
    seq: p.seq,
    visitor_id: p.visitorId,
    site_id: p.siteId,
    at: p.at,
    bytes: p.bytes,
    hash: p.hash,
    vault_name: p.vaultName,
    card: p.card,
  }),
);
const mark = prepare<{ no: number; seq: number; card: string }>()((db, p) =>
  db.updateTable('entry').set({ file: p.card }).where('conversation_no', '=', p.no).where('seq', '=', p.seq),
);
const sent = prepare<{ authorId: string; clientId: string }>()((db, p) =>
  db
    .selectFrom('entry')
    .innerJoin('conversation', 'conversation.no', 'entry.conversation_no')
    .leftJoin('file', (join) =>
      join.onRef('file.conversation_no', '=', 'entry.conversation_no').onRef('file.seq', '=', 'entry.seq'),
    )
    .select(['conversation.id', 'entry.seq', 'entry.at', 'file.hash'])
    .where('entry.author_id', '=', p.authorId)
    .where('entry.client_id', '=', p.clientId)
    .where('entry.client_id', 'is not', null),
);
const byId = prepare<{ id: string }>()((db, p) =>
  db
    .selectFrom('file')
    .innerJoin('conversation', 'conversation.no', 'file.conversation_no')
    .select(['file.card', 'file.vault_name', 'conversation.visitor_id', 'conversation.id'])
    .where('file.id', '=', p.id),
);
const useSince = prepare<{ visitorId: string; since: number }>()((db, p) =>
  db
    .selectFrom('file')
    .select(sql<number>`cast(coalesce(sum(bytes), 0) as bigint)`.as('bytes'))
    .where('visitor_id', '=', p.visitorId)
    .where('at', '>', p.since),
);
const old = prepare<{ siteId: string; before: number; limit: number }>()((db, p) =>
  db
    .selectFrom('file')
    .select(['id', 'vault_name'])
    .where('site_id', '=', p.siteId)
    .where('at', '<', p.before)
    .orderBy('at')
    .limit(p.limit),
);
const remove = prepare<{ ids: string }>()((db, p, dialect) =>
  db.deleteFrom('file').where('id', 'in', listOf(p.ids, dialect)),
);
const at = prepare<{ no: number; seq: number }>()((db, p) =>
  db.selectFrom('file').select('id').where('conversation_no', '=', p.no).where('seq', '=', p.seq),
);
const known = prepare<{ names: string }>()((db, p, dialect) =>
  db.selectFrom('file').select('vault_name').where('vault_name', 'in', listOf(p.names, dialect)),
);

/** In the transaction that stores the message; where there is no room, none of it is stored. */
export function* attachFile(no: number, seq: number, at: number, file: NewFile): Operation<void> {
  const { quotas, hash, vaultName, visitorId, siteId, ...card } = file;
  const used = yield* row(usedBy, { no });
  const files = Number(used?.files ?? 0) + 1;
  const bytes = Number(used?.bytes ?? 0) + file.bytes;
  if (files > quotas.conversationFilesMax || bytes > quotas.conversationBytesMax) throw new FileQuotaReached();
  if ((yield* count(takeRoom, { bytes: file.bytes, max: quotas.totalBytesMax })) === 0) throw new FileQuotaReached();
  const text = JSON.stringify(card satisfies FileCard);
  yield* run(insert, { ...card, hash, vaultName, visitorId, siteId, no, seq, at, card: text });
  yield* run(mark, { no, seq, card: text });
}

export function toCard(file: NewFile): FileCard {
  const { quotas: _quotas, hash: _hash, vaultName: _name, visitorId: _visitor, siteId: _site, ...card } = file;
  return card;
}

export function* findSentFile(input: { authorId: string; clientId: string }): Operation<SentFile | undefined> {
  const found = yield* row(sent, input);
  return found && { conversationId: found.id, seq: found.seq, at: found.at, hash: found.hash ?? '' };
}

export function* findFile(id: string): Operation<StoredFile | undefined> {
  const found = yield* row(byId, { id });
  if (!found) return undefined;
  const card = JSON.parse(found.card) as FileCard;
  return { ...card, vaultName: found.vault_name, visitorId: found.visitor_id, conversationId: found.id };
}

export function* readFileUse(input: { visitorId: string; since: number }): Operation<{ bytes: number }> {
  return { bytes: Number((yield* row(useSince, input))?.bytes ?? 0) };
}

export function* listOldFiles(input: {
  siteId: string;
  before: number;
  limit: number;
}): Operation<{ id: string; vaultName: string }[]> {
  const found = yield* rows(old, input);
  return found.map((one) => ({ id: one.id, vaultName: one.vault_name }));
}

export function* removeFiles(list: string[]): Operation<void> {
  const ids = JSON.stringify(list);
  yield* run(giveRoom, { ids });
  yield* run(remove, { ids });
}

/** The file of a message that was removed: nobody can load it from now on, and the vault drops what nobody refers to. */
export function* removeFileAt(place: { no: number; seq: number }): Operation<void> {
  const found = yield* row(at, place);
  if (found) yield* removeFiles([found.id]);
}

export function* listKnownVaultNames(names: string[]): Operation<string[]> {
  return (yield* rows(known, { names: JSON.stringify(names) })).map((one) => one.vault_name);
}
