import type { FindLines, FoundLines, StoredLine } from '../find-store.ts';
import { type LookedLine, look, type Scope } from './find-look.ts';
import { rareLead } from './find-rare.ts';
import { blocksDown, openScope } from './find-scope.ts';
import { BLOCK_LINES, blockOf } from './find-words.ts';
import type { Operation } from './operation.ts';

const LAST = Number.MAX_SAFE_INTEGER;
/** A word that many write fills a page from these; a look at more would cost each question. */
const FIRST_BLOCKS = 4;

/**
 * L9: what narrows leads. Few open conversations are looked at whole; else the newest blocks; where they do not fill the page
 * and one part of the question is rare, all that is left; where none is, more blocks, and then it ends for now.
 */
export function* findLines(input: FindLines): Operation<FoundLines> {
  const conversations = yield* openScope(input);
  if (conversations?.length === 0) return { lines: [], next: null };
  if (conversations) return yield* lookAtAll(input, { conversations });
  const lines: LookedLine[] = [];
  let before = input.before ?? LAST;
  let upTo = blockOf(before - 1);
  let left = Math.max(1, Math.floor(input.lookedMax / BLOCK_LINES));
  for (let first = true; left > 0; first = false) {
    const wanted = first ? Math.min(FIRST_BLOCKS, left) : left;
    const blocks = yield* blocksDown(input, upTo, wanted);
    const last = blocks.at(-1);
    if (last === undefined) return { lines: told(lines), next: null };
    const down = last * BLOCK_LINES;
    const limit = input.limit + 1 - lines.length;
    // No further than the blocks reach: a time chooses old ones, and above them is all that came since.
    const end = Math.min(before, ((blocks[0] ?? last) + 1) * BLOCK_LINES);
    lines.push(...(yield* look({ ...input, limit }, { blocks }, end, down)));
    if (lines.length > input.limit) return pageOf(input, lines);
    if (blocks.length < wanted) return { lines: told(lines), next: null };
    left -= blocks.length;
    before = down;
    upTo = last - 1;
    // Where so few blocks are left, they are looked at themselves.
    const lead = first && upTo >= left ? yield* rareLead(input, before) : undefined;
    if (lead) return yield* lookAtAll({ ...input, before }, { lead }, lines);
  }
  return { lines: told(lines), next: (yield* blocksDown(input, upTo, 1)).length > 0 ? before : null };
}

function* lookAtAll(input: FindLines, scope: Scope, known: LookedLine[] = []): Operation<FoundLines> {
  const limit = input.limit + 1 - known.length;
  return pageOf(input, [...known, ...(yield* look({ ...input, limit }, scope, input.before ?? LAST, 0))]);
}

/** One more than asked for was looked for, to know whether there is one. */
function pageOf({ limit, before }: FindLines, found: LookedLine[]): FoundLines {
  if (found.length <= limit) return { lines: told(found), next: null };
  const lines = found.slice(0, limit);
  return { lines: told(lines), next: lines.at(-1)?.no ?? before ?? LAST };
}

/** A page may be short of those that nobody is told of; what comes next is counted with them. */
function told(lines: LookedLine[]): StoredLine[] {
  return lines.flatMap(({ erasing, ...line }) => (erasing ? [] : [line]));
}
