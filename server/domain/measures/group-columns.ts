import { CAUSES, FILTERS, type Filter, type Question, type Split } from '../../../protocol/wire/measures.ts';
import { asWord, type FactColumns, OUTCOMES, WORD_COLUMNS, type WordColumn } from './columns.ts';
import { fewOf, type Grouping, NOWHERE } from './grouping.ts';
import { dateOf, dayOfWall, hourOf, monthOf, weekdayNumber } from './local-time.ts';

/** The groups of a report, by their keys, as they are met. */
export class Groups {
  readonly keys: string[] = [];
  readonly #places = new Map<string, number>();
  readonly #numbers = new Map<number, number>();

  placeOf(key: string): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.keys.length;
    this.keys.push(key);
    this.#places.set(key, place);
    return place;
  }

  /** The same by a number that stands for the key, such as that of a day: its name is made once. */
  placeOfNumber(number: number, name: (number: number) => string): number {
    const known = this.#numbers.get(number);
    if (known !== undefined) return known;
    const place = this.placeOf(name(number));
    this.#numbers.set(number, place);
    return place;
  }
}

/** What rows are put together by: a split, the cells of a heat map, stretches of time that begin at the bounds, or not at all. */
export type By = Split | 'hourOfWeek' | { bounds: readonly number[] } | null;

export interface Grouper {
  question: Question;
  by: By;
  groups: Groups;
  /** The wall clock of the question's zone. */
  wall(at: number): number;
}

/** What of columns says which episodes are in a group. Columns of business have it, too (server/domain/books/contact-columns.ts). */
export interface SplitColumns
  extends Pick<FactColumns, 'episodes' | 'words' | 'segmentSets' | 'tagSets' | 'openedAt'>,
    Record<WordColumn | SetColumn | 'outcome' | 'cause' | 'score', ArrayLike<number>> {}
type SetColumn = 'segments' | 'tags';

/** Which episodes a question leaves, an agent's being those that she had last, and in which group each of them is. */
export function groupEpisodes(
  columns: SplitColumns,
  grouper: Grouper,
): { isIn: Uint8Array; placeOf: (row: number) => number } {
  const isIn = keepEpisodes(columns, grouper);
  const { agent } = grouper.question;
  if (agent !== undefined) keepOnly(isIn, columns.agent, codesOf(columns, 'agent', agent));
  return { isIn, placeOf: placeEpisodes(columns, grouper) };
}

/** Where each row belongs. Where an episode may be in several groups, those with the same ones are together (`asSet`). */
export function groupColumns(
  columns: FactColumns,
  grouper: Grouper,
  skipped: ReadonlySet<number> | null = null,
): Grouping {
  const isIn = keepEpisodes(columns, grouper);
  // What changed since the columns were made comes from elsewhere.
  if (skipped) for (let row = 0; row < isIn.length; row += 1) if (skipped.has(columns.no[row] as number)) isIn[row] = 0;
  const placeOf = placeEpisodes(columns, grouper);
  const episodes = new Uint32Array(columns.episodes).fill(NOWHERE);
  for (let row = 0; row < columns.episodes; row += 1) if (isIn[row] === 1) episodes[row] = placeOf(row);
  return withWaits(columns, grouper, isIn, episodes);
}

/** Episodes of the period that the filters leave; the agent's comes later, because it is not the episode alone that has one. */
function keepEpisodes(columns: SplitColumns, grouper: Grouper): Uint8Array {
  const { question } = grouper;
  const { openedAt } = columns;
  const kept = new Uint8Array(columns.episodes);
  for (let row = 0; row < kept.length; row += 1) {
    const at = openedAt[row] as number;
    kept[row] = at >= question.from && at < question.to ? 1 : 0;
  }
  for (const name of FILTERS) {
    const wanted = question[name];
    if (wanted === undefined || name === 'agent') continue;
    if (isCoded(name)) keepOnly(kept, codeColumnOf(columns, name), codesOf(columns, name, wanted));
    else keepGroup(kept, columns, { ...grouper, by: name, groups: new Groups() }, wanted);
  }
  return kept;
}

/** By code: a flag costs less to look at than a set, for each of a million rows. */
function keepOnly(kept: Uint8Array, column: ArrayLike<number>, codes: Uint8Array): void {
  for (let row = 0; row < kept.length; row += 1) if (codes[column[row] as number] !== 1) kept[row] = 0;
}

/** By what a split by it would say: the same rule for the group and for the rows behind it. */
function keepGroup(kept: Uint8Array, columns: SplitColumns, grouper: Grouper, wanted: string): void {
  const placeOf = placeEpisodes(columns, grouper);
  const place = grouper.groups.placeOf(wanted);
  for (let row = 0; row < kept.length; row += 1) if (kept[row] === 1 && placeOf(row) !== place) kept[row] = 0;
}

type CodedFilter = WordColumn | SetName;

function isCoded(name: Filter): name is CodedFilter {
  return isWordColumn(name) || name === 'segment' || name === 'tag';
}

function codeColumnOf(columns: SplitColumns, name: CodedFilter): ArrayLike<number> {
  if (name === 'segment') return columns.segments;
  return name === 'tag' ? columns.tags : columns[name];
}

function codesOf(columns: SplitColumns, name: CodedFilter, wanted: string): Uint8Array {
  if (name !== 'segment' && name !== 'tag') {
    const codes = new Uint8Array(columns.words.length);
    const code = columns.words.indexOf(name === 'language' ? wanted.toLowerCase() : wanted);
    if (code >= 0) codes[code] = 1;
    return codes;
  }
  const isWanted = (set: readonly string[]) => (wanted === '' ? set.length === 0 : set.includes(wanted));
  return Uint8Array.from(setsOf(columns, name), (set) => (isWanted(set) ? 1 : 0));
}

/** What an episode has several of. */
type SetName = 'segment' | 'tag';

export function isOverlapping(by: By): boolean {
  return by === 'segment' || by === 'tag';
}

function setsOf(columns: SplitColumns, name: SetName): readonly (readonly string[])[] {
  return name === 'tag' ? columns.tagSets : columns.segmentSets;
}

const ON_WALL = ['hour', 'weekday', 'day', 'month'] as const;

/** Whether it matters what the clock on the wall showed. */
export function isOnWall(by: By, question: Question): boolean {
  return by === 'hourOfWeek' || ON_WALL.some((name) => name === by || question[name] !== undefined);
}

function placeEpisodes(columns: SplitColumns, { by, groups, wall }: Grouper): (row: number) => number {
  const { openedAt } = columns;
  const at = (row: number) => openedAt[row] as number;
  if (by === null) {
    const all = groups.placeOf('');
    return () => all;
  }
  if (typeof by === 'object') return (row) => lastNotAfter(by.bounds, at(row));
  if (by === 'segment' || by === 'tag')
    return byCode(codeColumnOf(columns, by), setsOf(columns, by).map(asWord), groups);
  if (isWordColumn(by)) return byCode(columns[by], columns.words, groups);
  switch (by) {
    case 'outcome':
      return byCode(columns.outcome, ['', ...OUTCOMES], groups);
    case 'cause':
      return byCode(columns.cause, ['', ...CAUSES], groups);
    case 'score':
      return byCode(columns.score, ['', '1', '2', '3', '4', '5'], groups);
    case 'hour':
      return byNumber(groups, (row) => hourOf(wall(at(row))), String);
    case 'weekday':
      return byNumber(groups, (row) => weekdayNumber(wall(at(row))), String);
    case 'day':
      return byNumber(groups, (row) => dayOfWall(wall(at(row))), dateOf);
    case 'month':
      return byNumber(groups, (row) => dayOfWall(wall(at(row))), monthOf);
    default:
      return byNumber(groups, (row) => hourOfWeek(wall(at(row))), nameOfHour);
  }
}

function hourOfWeek(wall: number): number {
  return weekdayNumber(wall) * 24 + hourOf(wall);
}

function nameOfHour(number: number): string {
  return `${Math.floor(number / 24)} ${number % 24}`;
}

/** Rows lie in about the order of time: most are where the one before was. */
function byNumber(groups: Groups, read: (row: number) => number, name: (number: number) => string) {
  let [last, place] = [Number.NaN, NOWHERE];
  return (row: number) => {
    const number = read(row);
    if (number !== last) {
      last = number;
      place = groups.placeOfNumber(number, name);
    }
    return place;
  };
}

function isWordColumn(by: string): by is WordColumn {
  return (WORD_COLUMNS as readonly string[]).includes(by);
}

/** Each word is looked up once. */
function byCode(column: ArrayLike<number>, words: readonly string[], groups: Groups): (row: number) => number {
  const places = new Uint32Array(words.length).fill(NOWHERE);
  return (row) => {
    const code = column[row] as number;
    const known = places[code] as number;
    if (known !== NOWHERE) return known;
    const place = groups.placeOf(words[code] ?? '');
    places[code] = place;
    return place;
  };
}

function lastNotAfter(bounds: readonly number[], at: number): number {
  let [low, high] = [0, bounds.length - 1];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] as number) <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** Waits are where their episode is, but for agents: theirs are those they ended, or had when nobody answered (M3). */
function withWaits(columns: FactColumns, grouper: Grouper, isIn: Uint8Array, episodes: Uint32Array): Grouping {
  const { question, by, groups } = grouper;
  const only = question.agent === undefined ? null : columns.words.indexOf(question.agent);
  const isByAgent = by === 'agent';
  const agentPlace = byCode(columns.waitAgent, columns.words, groups);
  const creditPlace = byCode(columns.creditAgent, columns.words, groups);
  const waits = new Uint32Array(columns.waits).fill(NOWHERE);
  const credits = isByAgent || only !== null ? new Uint32Array(columns.creditAgent.length).fill(NOWHERE) : null;
  for (let episode = 0; episode < columns.episodes; episode += 1) {
    if (isIn[episode] === 0) continue;
    const place = episodes[episode] as number;
    const end = columns.waitFrom[episode + 1] as number;
    for (let row = columns.waitFrom[episode] as number; row < end; row += 1) {
      if (only === null || columns.waitAgent[row] === only) waits[row] = isByAgent ? agentPlace(row) : place;
    }
    const creditEnd = columns.creditFrom[episode + 1] as number;
    for (let row = columns.creditFrom[episode] as number; credits && row < creditEnd; row += 1) {
      if (only === null || columns.creditAgent[row] === only) credits[row] = isByAgent ? creditPlace(row) : place;
    }
    if (only !== null && columns.agent[episode] !== only) episodes[episode] = NOWHERE;
  }
  return { episodes, waits, credits, few: { episodes: fewOf(episodes), waits: fewOf(waits) } };
}
