import type { FindQuestion, FoundLine, FoundPage } from '../../protocol/wire/find.ts';
import { FIND_LOOKED_MAX } from '../../protocol/wire/find-limits.ts';
import { FIND_LINES_MAX, FIND_TAKEN_MAX } from '../../protocol/wire/limits.ts';
import { may } from '../../protocol/wire/permissions.ts';
import { typedFirst } from '../domain/find/as-typed.ts';
import { markTerms, readQuery } from '../domain/find/query.ts';
import type { StoredLine } from '../store/find-store.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';

const NO_WORD = { field: 'text', hint: 'Give at least one word.' };
const NO_CURSOR = { field: 'cursor', hint: 'Take it from "next" of the page before.' };

/** L3: whole words first, then beginnings of words; in each what a page holds as it was typed, the newest first. A page ends in one and begins the next, and may end before it is full (L9). */
export async function findWords(
  context: Context,
  subject: AgentSubject,
  input: FindQuestion,
): Promise<Done<FoundPage>> {
  if (!may(subject.agent, 'conversation:read')) return refused('forbidden');
  const terms = readQuery(input.text);
  if (terms.length === 0) return refused('invalid_payload', NO_WORD);
  const place = readCursor(input.cursor);
  if (!place) return refused('invalid_payload', NO_CURSOR);
  const { text: _text, cursor: _cursor, ...filters } = input;
  const lines: FoundLine[] = [];
  let next: string | null = null;
  for (const tier of [0, 1] as const) {
    if (tier < place.tier) continue;
    const limit = FIND_LINES_MAX - lines.length;
    const before = tier === place.tier ? place.before : null;
    const more = { limit, lookedMax: FIND_LOOKED_MAX };
    const found = await context.store.findLines({ ...filters, terms, tier, before, ...more });
    lines.push(...typedFirst(found.lines, input.text).map((line) => toLine(line, terms)));
    if (found.next === null) continue;
    next = `${tier}-${found.next}`;
    break;
  }
  return answered({ lines, next, catchingUp: await isBehind(context) });
}

async function isBehind({ store }: Context): Promise<boolean> {
  const [untaken, refolding] = await Promise.all([store.countUntaken(), store.isRefolding()]);
  return refolding || untaken > FIND_TAKEN_MAX;
}

function toLine({ no: _no, ...line }: StoredLine, terms: ReturnType<typeof readQuery>): FoundLine {
  return { ...line, marks: markTerms(line.text, terms) };
}

function readCursor(cursor: string | undefined): { tier: 0 | 1; before: number | null } | undefined {
  if (cursor === undefined) return { tier: 0, before: null };
  const read = /^([01])-(\d{1,16})$/.exec(cursor);
  if (!read) return undefined;
  return { tier: read[1] === '0' ? 0 : 1, before: Number(read[2]) };
}
