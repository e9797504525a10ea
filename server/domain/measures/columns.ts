import { CAUSES } from '../../../protocol/wire/measures.ts';
import type { Outcome } from '../../../protocol/wire/model.ts';
import type { EpisodeFact, WaitFact } from './fact.ts';

/** A length is kept as itself and 1, so that 0 says "none". Narrow, unless one of them is longer than 49 days. */
export type LengthColumn = Uint32Array | Float64Array;
export type CodeColumn = Uint32Array;

/** In this order in packs: a new one comes at the end. */
export const OUTCOMES = [
  'resolved',
  'unresolved',
  'abandoned_in_queue',
  'abandoned_before_answer',
  'left_after_answer',
  'spam',
] as const satisfies readonly Outcome[];

/** What episodes are split by, as words; `CodeColumn`s point into them. 0 is none. */
export const WORD_COLUMNS = ['site', 'department', 'agent', 'language', 'page', 'stage', 'topic'] as const;
export type WordColumn = (typeof WORD_COLUMNS)[number];

const LENGTHS = ['resolution', 'resolutionInHours', 'handling', 'queue', 'queueInHours', 'target'] as const;
const WAIT_LENGTHS = ['wait', 'waitInHours', 'waitQueue'] as const;

/**
 * Facts as columns, one number for each row: what a report reads of a million conversations. Rows of episodes, of their waits, and
 * of who wrote what they were rated for. `waitFrom[i]` to `waitFrom[i + 1]` are the waits of episode i.
 */
export interface FactColumns
  extends Record<WordColumn, CodeColumn>,
    Record<(typeof LENGTHS)[number], LengthColumn>,
    Record<(typeof WAIT_LENGTHS)[number], LengthColumn> {
  episodes: number;
  waits: number;
  /** By code. */
  words: readonly string[];
  /** By the codes in `segments` and `tags`. */
  segmentSets: readonly (readonly string[])[];
  tagSets: readonly (readonly string[])[];
  no: Uint32Array;
  episode: Uint32Array;
  openedAt: Float64Array;
  /** 0: it is open. */
  closedAt: Float64Array;
  isClosed: Uint8Array;
  isReopened: Uint8Array;
  isAgain: Uint8Array;
  isComplaint: Uint8Array;
  isConfirmed: Uint8Array;
  /** Its outcome, where a length ends with it. */
  isResolved: Uint8Array;
  isServed: Uint8Array;
  isAnswered: Uint8Array;
  /** 1 + place in OUTCOMES, in CAUSES; the score. */
  outcome: Uint8Array;
  cause: Uint8Array;
  score: Uint8Array;
  segments: Uint32Array;
  tags: Uint32Array;
  waitFrom: Uint32Array;
  waitSeq: Uint32Array;
  waitAnswered: Uint8Array;
  waitFirst: Uint8Array;
  waitAgent: CodeColumn;
  creditFrom: Uint32Array;
  creditAgent: CodeColumn;
  creditMessages: Uint32Array;
}

/** Numbers words by their first use, so that the same facts give the same columns. */
class Words {
  readonly list: string[] = [''];
  readonly #codes = new Map<string, number>([['', 0]]);

  codeOf(word: string | null): number {
    const key = word ?? '';
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    const code = this.list.length;
    this.list.push(key);
    this.#codes.set(key, code);
    return code;
  }
}

export function toColumns(facts: readonly EpisodeFact[]): FactColumns {
  const waits = facts.flatMap((fact) => fact.waits);
  const credits = facts.flatMap((fact) => fact.credits);
  const words = new Words();
  const sets = { segments: new Words(), tags: new Words() };
  const code = (read: (fact: EpisodeFact) => string | null) =>
    Uint32Array.from(facts, (fact) => words.codeOf(read(fact)));
  return {
    episodes: facts.length,
    waits: waits.length,
    no: Uint32Array.from(facts, ({ no }) => no),
    episode: Uint32Array.from(facts, ({ episode }) => episode),
    openedAt: Float64Array.from(facts, ({ openedAt }) => openedAt),
    closedAt: Float64Array.from(facts, ({ closedAt }) => closedAt ?? 0),
    isClosed: flags(facts, ({ isClosed }) => isClosed),
    isReopened: flags(facts, ({ isReopened }) => isReopened),
    isAgain: flags(facts, ({ isAgain }) => isAgain),
    isComplaint: flags(facts, ({ isComplaint }) => isComplaint),
    isConfirmed: flags(facts, ({ isConfirmed }) => isConfirmed),
    isResolved: flags(facts, ({ outcome }) => outcome === 'resolved'),
    isServed: flags(facts, ({ isServed }) => isServed),
    isAnswered: flags(facts, (fact) => fact.waits.some(({ isAnswered }) => isAnswered)),
    outcome: Uint8Array.from(facts, ({ outcome }) => (outcome === null ? 0 : OUTCOMES.indexOf(outcome) + 1)),
    cause: Uint8Array.from(facts, ({ cause }) => (cause === null ? 0 : CAUSES.indexOf(cause) + 1)),
    score: Uint8Array.from(facts, ({ score }) => score ?? 0),
    ...lengthsOf(facts),
    site: code(({ siteId }) => siteId),
    department: code(({ departmentId }) => departmentId),
    agent: code(({ agentId }) => agentId),
    language: code(({ language }) => language),
    page: code(({ page }) => page),
    stage: code(({ stage }) => stage),
    topic: code(({ topic }) => topic),
    segments: Uint32Array.from(facts, ({ segments }) => sets.segments.codeOf(asWord(segments))),
    segmentSets: sets.segments.list.map(asSet),
    tags: Uint32Array.from(facts, ({ tags }) => sets.tags.codeOf(asWord(tags))),
    tagSets: sets.tags.list.map(asSet),
    waitFrom: startsOf(facts, (fact) => fact.waits.length),
    ...waitsOf(waits, words),
    creditFrom: startsOf(facts, (fact) => fact.credits.length),
    creditAgent: Uint32Array.from(credits, ({ agentId }) => words.codeOf(agentId)),
    creditMessages: Uint32Array.from(credits, ({ messages }) => messages),
    words: words.list,
  };
}

/** A list as one word: none is none. */
export function asWord(set: readonly string[]): string {
  return set.length === 0 ? '' : JSON.stringify(set);
}

export function asSet(word: string): string[] {
  return word === '' ? [] : (JSON.parse(word) as string[]);
}

function lengthsOf(facts: readonly EpisodeFact[]) {
  return {
    resolution: lengths(facts, (fact) => fact.resolution.ms),
    resolutionInHours: lengths(facts, (fact) => fact.resolution.inHoursMs),
    handling: lengths(facts, (fact) => fact.handling?.ms ?? null),
    queue: lengths(facts, (fact) => fact.queue.ms),
    queueInHours: lengths(facts, (fact) => fact.queue.inHoursMs),
    target: lengths(facts, (fact) => fact.targetMs),
  };
}

function waitsOf(waits: readonly WaitFact[], words: Words) {
  return {
    waitSeq: Uint32Array.from(waits, ({ seq }) => seq),
    wait: lengths(waits, ({ length }) => length.ms),
    waitInHours: lengths(waits, ({ length }) => length.inHoursMs),
    waitQueue: lengths(waits, ({ queue }) => queue.ms),
    waitAnswered: flags(waits, ({ isAnswered }) => isAnswered),
    waitFirst: flags(waits, ({ isFirst }) => isFirst),
    waitAgent: Uint32Array.from(waits, ({ agentId }) => words.codeOf(agentId)),
  };
}

function flags<T>(list: readonly T[], read: (one: T) => boolean): Uint8Array {
  return Uint8Array.from(list, (one) => (read(one) ? 1 : 0));
}

function lengths<T>(list: readonly T[], read: (one: T) => number | null): LengthColumn {
  const coded = list.map((one) => {
    const ms = read(one);
    return ms === null ? 0 : ms + 1;
  });
  return coded.every((one) => one <= 0xffffffff) ? Uint32Array.from(coded) : Float64Array.from(coded);
}

/** Where the rows of each begin, and where the last ones end. */
function startsOf(facts: readonly EpisodeFact[], count: (fact: EpisodeFact) => number): Uint32Array {
  const starts = new Uint32Array(facts.length + 1);
  let next = 0;
  for (const [index, fact] of facts.entries()) {
    next += count(fact);
    starts[index + 1] = next;
  }
  return starts;
}
