import { PURCHASE_STAGES } from '../../../protocol/wire/business.ts';
import { columnsIn, packBytes, unpackBytes } from '../column-bytes.ts';
import { OUTCOMES } from '../measures/columns.ts';
import type { AssignmentRow, EpisodeRowOfFacts, Facts } from '../measures/fact-rows.ts';

/** So many numbers of 32 bits stand for a person: by far more than would ever be the same for two. */
export const PERSON_WORDS = 3;
/** Something was written with the rating; there was a complaint, before the chat or with the rating. */
export const COMMENTED = 1;
export const COMPLAINED = 2;

/**
 * Episodes as the measures of business look at them (M12–M15), one number for each row, and who of the team had them when.
 * `servedFrom[i]` to `servedFrom[i + 1]` are the stretches of row i. Rows by conversation and episode, ascending.
 */
export interface ContactColumns {
  episodes: number;
  /** By the codes in `site`, in `servedAgent`. */
  sites: readonly string[];
  agents: readonly string[];
  no: Uint32Array;
  episode: Uint32Array;
  site: Uint32Array;
  /** PERSON_WORDS numbers each. */
  person: Uint32Array;
  openedAt: Float64Array;
  /** 0: it is open. */
  closedAt: Float64Array;
  /** M2, ms and 1; 0: nobody answered. */
  response: Float64Array;
  /** 1 + place in OUTCOMES, in PURCHASE_STAGES; the score. 0 is none. */
  outcome: Uint8Array;
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

const VERSION = 1;

interface Head extends Pick<ContactColumns, 'episodes' | 'sites' | 'agents'> {
  version: number;
}

export function packContacts(columns: ContactColumns): Uint8Array {
  const { episodes, sites, agents } = columns;
  const head: Head = { version: VERSION, episodes, sites, agents };
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
  const [sites, agents] = [new Map<string, number>(), new Map<string, number>()];
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
    site: Uint32Array.from(rows, ({ siteId }) => codeIn(sites, siteId)),
    person,
    openedAt: Float64Array.from(rows, ({ openedAt }) => openedAt),
    closedAt: Float64Array.from(rows, ({ closedAt }) => closedAt ?? 0),
    response: Float64Array.from(rows, ({ firstResponseMs: ms }) => (ms === null ? 0 : ms + 1)),
    outcome: Uint8Array.from(rows, ({ outcome }) => (outcome === null ? 0 : OUTCOMES.indexOf(outcome) + 1)),
    stage: Uint8Array.from(rows, ({ stage }) => (PURCHASE_STAGES as readonly (string | null)[]).indexOf(stage) + 1),
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
    sites: [...sites.keys()],
    agents: [...agents.keys()],
  };
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
