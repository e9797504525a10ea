import { type RawBuilder, sql } from 'kysely';
import type { FindKind } from '../../../protocol/wire/find.ts';
import {
  blockMark,
  blockOf,
  conversationMark,
  type Marked,
  markList,
  markText,
  wordText,
  wordVector,
} from './find-words.ts';
import { type Operation, row, run } from './operation.ts';
import { prepare } from './prepare.ts';

/** Lines and their words are written all at once: a statement for each line costs PostgreSQL its way there and back. */

export interface NewLine extends Marked {
  no: number;
  conversationNo: number;
  kind: FindKind;
  place: number;
  at: number;
  text: string;
}

const last = prepare()((db) => db.selectFrom('find_line').select((eb) => eb.fn.max('no').as('no')));
const insertLines = prepare<{ lines: string }>()((db, p, dialect) => ({
  compile: () =>
    (dialect === 'sqlite'
      ? sql`insert into find_line (no, conversation_no, kind, place, at)
          select ${of('no')}, ${of('conversationNo')}, ${of('kind')}, ${of('place')}, ${of('at')} from json_each(${p.lines})`
      : sql`insert into find_line (no, conversation_no, kind, place, at, words) overriding system value
          select no, "conversationNo", kind, place, at, vector::tsvector from json_to_recordset(${p.lines}::json)
          as line(no bigint, "conversationNo" bigint, kind text, place bigint, at bigint, vector text)`
    ).compile(db),
}));
const insertWords = prepare<{ lines: string }>()((db, p, dialect) => ({
  compile: () =>
    (dialect === 'sqlite'
      ? sql`insert into find_words (rowid, words, marks)
          select ${of('no')}, ${of('words')}, ${of('marks')} from json_each(${p.lines})`
      : // Of a line that is new its words are there already.
        sql`update find_line set words = line.vector::tsvector
          from json_to_recordset(${p.lines}::json) as line(no bigint, vector text)
          where find_line.no = line.no and find_line.words is null`
    ).compile(db),
}));
/** SQLite cannot write over words: they go first, to be inserted anew. PostgreSQL writes over them here. */
const overwriteWords = prepare<{ lines: string }>()((db, p, dialect) => ({
  compile: () =>
    (dialect === 'sqlite'
      ? sql`delete from find_words where rowid in (select ${of('no')} from json_each(${p.lines}))`
      : sql`update find_line set words = line.vector::tsvector
          from json_to_recordset(${p.lines}::json) as line(no bigint, vector text) where find_line.no = line.no`
    ).compile(db),
}));
const keepBlocks = prepare<{ blocks: string }>()((db, p, dialect) => ({
  compile: () =>
    (dialect === 'sqlite'
      ? sql`insert into find_block (no, from_at, to_at)
          select ${of('no')}, ${of('fromAt')}, ${of('toAt')} from json_each(${p.blocks}) where true
          on conflict (no) do update set
            from_at = min(from_at, excluded.from_at), to_at = max(to_at, excluded.to_at)`
      : sql`insert into find_block (no, from_at, to_at)
          select no, "fromAt", "toAt" from json_to_recordset(${p.blocks}::json)
          as block(no bigint, "fromAt" bigint, "toAt" bigint)
          on conflict (no) do update set
            from_at = least(find_block.from_at, excluded.from_at), to_at = greatest(find_block.to_at, excluded.to_at)`
    ).compile(db),
}));

function of(name: string): RawBuilder<unknown> {
  return sql`json_extract(value, ${sql.lit(`$.${name}`)})`;
}

/** The number of the next line; under the lock of taking up. */
export function* nextLine(): Operation<number> {
  return Number((yield* row(last, {}))?.no ?? 0) + 1;
}

export function* putLines(lines: readonly NewLine[]): Operation<void> {
  if (lines.length === 0) return;
  const written = JSON.stringify(lines.map(write));
  yield* run(insertLines, { lines: written });
  yield* run(insertWords, { lines: written });
  yield* run(keepBlocks, { blocks: JSON.stringify(blocksOf(lines)) });
}

/** Of a line that had others; those must be dropped before. */
export function* putWords(line: NewLine): Operation<void> {
  yield* run(insertWords, { lines: JSON.stringify([write(line)]) });
}

/** Of lines that have some, whatever those are. */
export function* replaceWords(lines: readonly NewLine[]): Operation<void> {
  const written = JSON.stringify(lines.map(write));
  yield* run(overwriteWords, { lines: written });
  yield* run(insertWords, { lines: written });
}

function write({ text, ...line }: NewLine) {
  const marks = [blockMark(blockOf(line.no)), conversationMark(line.conversationNo), ...markList(line)];
  return { ...line, words: wordText(text), marks: markText(marks), vector: wordVector(text, marks) };
}

function blocksOf(lines: readonly NewLine[]) {
  const blocks = new Map<number, { no: number; fromAt: number; toAt: number }>();
  for (const { no: line, at } of lines) {
    const no = blockOf(line);
    const { fromAt, toAt } = blocks.get(no) ?? { fromAt: at, toAt: at };
    blocks.set(no, { no, fromAt: Math.min(fromAt, at), toAt: Math.max(toAt, at) });
  }
  return [...blocks.values()];
}
