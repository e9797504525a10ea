import { PURCHASE_STAGES } from '../../../protocol/wire/business.ts';
import { CAUSES } from '../../../protocol/wire/measures.ts';
import { columnsIn, packBytes, unpackBytes } from '../column-bytes.ts';
import { causeOf } from '../measures/cause.ts';
import { asSet, asWord, OUTCOMES } from '../measures/columns.ts';
import { pageOf } from '../measures/derive-facts.ts';
import type { AssignmentRow, EpisodeRowOfFacts, Facts } from '../measures/fact-rows.ts';

/** So many numbers of 32 bits stand for a person: by far more than would ever be the same for two. */
export const PERSON_WORDS = 3;
/** Something was written with the rating; there was a complaint, before the chat or with the rating. */
export const COMMENTED = 1;
export const COMPLAINED = 2;

/** Narrow, where a pack has few of them: they are in memory for as long as the relay runs. */
export type CodeColumn = Uint8Array | Uint32Array;

/**
 * Episodes as the measures of business look at them (M12–M15), one number for each row, and who of the team had them when.
 * `servedFrom[i]` to `servedFrom[i + 1]` are the stretches of row i. Rows by conversation and episode, ascending.
 */
export interface ContactColumns {
  episodes: number;
  /** By the codes of what they are split by; of `stage` first. */
  words: readonly string[];
  /** By the codes in `segments` and `tags`. */
  segmentSets: readonly (readonly string[])[];
  tagSets: readonly (readonly string[])[];
  /** By the codes in `servedAgent`. */
  agents: readonly string[];
  no: Uint32Array;
  episode: Uint32Array;
  /** As in `FactColumns`; `agent` is who had it last. */
  site: CodeColumn;
  department: CodeColumn;
  agent: CodeColumn;
  language: CodeColumn;
  page: CodeColumn;
  topic: CodeColumn;
  segments: CodeColumn;
  tags: CodeColumn;
  /** PERSON_WORDS numbers each. */
  person: Uint32Array;
  openedAt: Float64Array;
  /** 0: it is open. */
  closedAt: Float64Array;
  /** M2, ms and 1; 0: nobody answered. */
  response: Float64Array;
  /** 1 + place in OUTCOMES, in CAUSES, in PURCHASE_STAGES; the score. 0 is none. */
  outcome: Uint8Array;
  cause: Uint8Array;
  stage: Uint8Array;
  score: Uint8Array;
  /** The answers to the other questions and 1, so that 0 says "none" (K8). */
  effort: Uint8Array;
  recommend: Uint8Array;
  /** COMMENTED and COMPLAINED. */
  remarks: Uint8Array;
  /** When something was said: rated, ended, or opened. */
  saidAt: Float64Array;
  /** Since when the words were in force that were asked (K10). */
  wordsFrom: Float64Array;
  /** M15; 0: nothing was promised. */
  promisedAt: Float64Array;
  promisedMs: Float64Array;
  servedFrom: Uint32Array;
  servedAgent: Uint32Array;
  servedAt: Float64Array;
  /** 0: still. */
  servedUntil: Float64Array;
}

const VERSION = 2;

interface Head extends Pick<ContactColumns, 'episodes' | 'words' | 'segmentSets' | 'tagSets' | 'agents'> {
  version: number;
}

export function packContacts(columns: ContactColumns): Uint8Array {
  const { episodes, words, segmentSets, tagSets, agents } = columns;
  const head: Head = { version: VERSION, episodes, words, segmentSets, tagSets, agents };
  return packBytes(head, columnsIn(columns));
}

export function unpackContacts(given: Uint8Array): ContactColumns {
  const { head, columns } = unpackBytes(given);
  const { version, ...words } = head as Head;
  if (version !== VERSION) throw new Error(`A pack of contacts has version ${version}; this program knows ${VERSION}.`);
  return { ...words, ...columns } as ContactColumns;
}

/** `hash`: hex of at least 24 digits; whoever is meant cannot be read out of a pack. */
export function toContactColumns(facts: Facts, hash: (text: string) => string): ContactColumns {
  const rows = facts.episodes;
  const agents = new Map<string, number>();
  const promised = new Map(facts.promises.map((one) => [`${one.no} ${one.episode}`, one]));
  const promiseOf = ({ no, episode }: EpisodeRowOfFacts) => promised.get(`${no} ${episode}`);
  const served = shareOut(rows, facts.assignments);
  const person = new Uint32Array(rows.length * PERSON_WORDS);
  for (const [index, { siteId, person: who }] of rows.entries())
    person.set(wordsOf(`${siteId} ${who}`, hash), index * PERSON_WORDS);
  return {
    episodes: rows.length,
    no: Uint32Array.from(rows, ({ no }) => no),
    episode: Uint32Array.from(rows, ({ episode }) => episode),
    ...splitsOf(rows),
    person,
    openedAt: Float64Array.from(rows, ({ openedAt }) => openedAt),
    closedAt: Float64Array.from(rows, ({ closedAt }) => closedAt ?? 0),
    response: Float64Array.from(rows, ({ firstResponseMs: ms }) => (ms === null ? 0 : ms + 1)),
    outcome: Uint8Array.from(rows, ({ outcome }) => codeOf(OUTCOMES, outcome)),
    cause: Uint8Array.from(rows, (row) => codeOf(CAUSES, causeOf({ ...row, closedThen: row.closedThen === 1 }))),
    stage: Uint8Array.from(rows, ({ stage }) => codeOf(PURCHASE_STAGES, stage)),
    score: Uint8Array.from(rows, ({ score }) => score ?? 0),
    effort: Uint8Array.from(rows, ({ effort }) => (effort === null ? 0 : effort + 1)),
    recommend: Uint8Array.from(rows, ({ recommend }) => (recommend === null ? 0 : recommend + 1)),
    remarks: Uint8Array.from(rows, (row) => (row.commented ? COMMENTED : 0) | (row.complaint ? COMPLAINED : 0)),
    saidAt: Float64Array.from(rows, ({ ratedAt, closedAt, openedAt }) => ratedAt ?? closedAt ?? openedAt),
    wordsFrom: Float64Array.from(rows, ({ wordsFrom }) => wordsFrom),
    promisedAt: Float64Array.from(rows, (row) => promiseOf(row)?.at ?? 0),
    promisedMs: Float64Array.from(rows, (row) => promiseOf(row)?.highMs ?? 0),
    servedFrom: served.from,
    servedAgent: Uint32Array.from(served.all, ({ agentId }) => codeIn(agents, agentId)),
    servedAt: Float64Array.from(served.all, ({ at }) => at),
    servedUntil: Float64Array.from(served.all, ({ endedAt }) => endedAt ?? 0),
    agents: [...agents.keys()],
  };
}

/** What an episode is split by, in the words of the facts (server/domain/measures/derive-facts.ts). */
function splitsOf(rows: readonly EpisodeRowOfFacts[]) {
  const words = new Map(['', ...PURCHASE_STAGES].map((word, code) => [word, code]));
  const sets = { segments: new Map([['', 0]]), tags: new Map([['', 0]]) };
  const code = (read: (row: EpisodeRowOfFacts) => string | null) =>
    narrow(rows.map((row) => codeIn(words, read(row) ?? '')));
  // As it is written in columns, however the store spelled it.
  const setOf = (list: string) => asWord(JSON.parse(list) as string[]);
  return {
    site: code(({ siteId }) => siteId),
    department: code(({ departmentId }) => departmentId),
    agent: code(({ lastAgentId }) => lastAgentId),
    language: code(({ language }) => language?.toLowerCase() ?? null),
    page: code(({ page }) => page && pageOf(page)),
    topic: code(({ topic }) => topic),
    segments: narrow(rows.map(({ segments }) => codeIn(sets.segments, setOf(segments)))),
    tags: narrow(rows.map(({ tags }) => codeIn(sets.tags, setOf(tags)))),
    words: [...words.keys()],
    segmentSets: [...sets.segments.keys()].map(asSet),
    tagSets: [...sets.tags.keys()].map(asSet),
  };
}

function narrow(codes: readonly number[]): CodeColumn {
  return codes.every((code) => code <= 0xff) ? Uint8Array.from(codes) : Uint32Array.from(codes);
}

/** 0 is none. */
function codeOf(names: readonly string[], name: string | null): number {
  return name === null ? 0 : names.indexOf(name) + 1;
}

/** What stands for a person, out of the hash of her name. */
export function wordsOf(person: string, hash: (text: string) => string): number[] {
  const hex = hash(person);
  return Array.from({ length: PERSON_WORDS }, (_, word) => Number.parseInt(hex.slice(word * 8, word * 8 + 8), 16));
}

function codeIn(codes: Map<string, number>, word: string): number {
  const known = codes.get(word);
  if (known !== undefined) return known;
  codes.set(word, codes.size);
  return codes.size - 1;
}

/** An agent's time belongs to the episode in which it began. Both lists are by conversation. */
function shareOut(rows: readonly EpisodeRowOfFacts[], assignments: readonly AssignmentRow[]) {
  const from = new Uint32Array(rows.length + 1);
  const all: AssignmentRow[] = [];
  let next = 0;
  for (const [index, row] of rows.entries()) {
    const later = rows[index + 1];
    const until = later?.no === row.no ? later.openedAt : Number.POSITIVE_INFINITY;
    for (; ; next += 1) {
      const one = assignments[next];
      if (!one || one.no > row.no || (one.no === row.no && one.at >= until)) break;
      if (one.no === row.no) all.push(one);
    }
    from[index + 1] = all.length;
  }
  return { from, all };
}
