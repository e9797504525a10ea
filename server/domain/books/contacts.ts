import { type Grouper, groupEpisodes } from '../measures/group-columns.ts';
import { NOWHERE } from '../measures/grouping.ts';
import type { BusinessBooks } from './books.ts';
import { type Contacts, roomFor } from './contact-room.ts';
import type { KeptPack } from './kept-pack.ts';
import type { Fresh } from './time-book.ts';

export interface Chosen {
  /** Opened from the one instant up to, not including, the other. */
  from: number;
  to: number;
  /** Null: of all sites. */
  siteId: string | null;
  /** What the question is narrowed to besides, and what it is split by. Its period is always. */
  grouper?: Grouper | undefined;
}

/** Rows of a pack. */
export interface ChosenRows {
  columns: KeptPack['columns'];
  rows: Uint32Array;
}

/** The rows themselves, pack by pack, for who needs few of their columns. O(episodes in the packs that reach into the time). */
export function chooseRows(books: BusinessBooks, fresh: Fresh, chosen: Chosen): ChosenRows[] {
  const rowsOf = (pack: KeptPack, skipped: ReadonlySet<number>): ChosenRows[] => {
    const site = chosen.siteId === null ? -1 : pack.columns.words.indexOf(chosen.siteId);
    if (chosen.siteId !== null && site < 0) return [];
    const rows = rowsWithin(pack, chosen, site, skipped);
    if (!chosen.grouper) return [{ columns: pack.columns, rows }];
    const { isIn } = groupEpisodes(pack.columns, chosen.grouper);
    return [{ columns: pack.columns, rows: rows.filter((row) => isIn[row] === 1) }];
  };
  const packed = packsWithin(books, chosen).flatMap((pack) => rowsOf(pack, new Set(fresh.skippedIn.get(pack) ?? [])));
  return [...packed, ...rowsOf(fresh.pack, new Set())];
}

function packsWithin(books: BusinessBooks, { from, to }: Chosen): KeptPack[] {
  return books.packs.map(({ pack }) => pack).filter((pack) => pack.openedTo >= from && pack.openedFrom < to);
}

/**
 * O(episodes in the packs that reach into the time). What is answered lies in the books' own memory and holds until the next question chooses: whoever
 * waits for something takes along what it needs. A hundred megabytes that are made and thrown away for each question cost as much as all the counting.
 */
export function chooseContacts(books: BusinessBooks, fresh: Fresh, chosen: Chosen): Contacts {
  const packs = packsWithin(books, chosen);
  const rows = packs.reduce((sum, { columns }) => sum + columns.episodes, fresh.pack.columns.episodes);
  if (books.room.no.length < rows) books.room = roomFor(rows);
  const contacts = books.room;
  contacts.count = 0;
  for (const pack of packs) copyPack(contacts, pack, chosen, new Set(fresh.skippedIn.get(pack) ?? []));
  copyPack(contacts, fresh.pack, chosen, new Set());
  return contacts;
}

const COLUMNS = [
  'no',
  'episode',
  'openedAt',
  'closedAt',
  'response',
  'outcome',
  'stage',
  'score',
  'promisedAt',
  'promisedMs',
] as const;

function copyPack(into: Contacts, pack: KeptPack, chosen: Chosen, skipped: ReadonlySet<number>): void {
  const { columns, person } = pack;
  const { from, to, siteId } = chosen;
  const site = siteId === null ? -1 : columns.words.indexOf(siteId);
  if (siteId !== null && site < 0) return;
  const isOneSite = site < 0 || columns.site.every((code) => code === site);
  const { isIn, group } = placeRows(pack, chosen);
  if (isOneSite && skipped.size === 0 && pack.openedFrom >= from && pack.openedTo < to) {
    for (const name of COLUMNS) into[name].set(columns[name], into.count);
    into.person.set(person, into.count);
    if (isIn) into.isIn.set(isIn, into.count);
    else into.isIn.fill(1, into.count, into.count + columns.episodes);
    if (group) into.group.set(group, into.count);
    into.count += columns.episodes;
    return;
  }
  const rows = rowsWithin(pack, { from, to }, site, skipped);
  for (const name of COLUMNS) gather(into[name], columns[name], rows, into.count);
  gather(into.person, person, rows, into.count);
  if (isIn) gather(into.isIn, isIn, rows, into.count);
  else into.isIn.fill(1, into.count, into.count + rows.length);
  if (group) gather(into.group, group, rows, into.count);
  into.count += rows.length;
}

/** Of every row of a pack: whether the question leaves it, and in which group it is. Null: nothing was asked of that. */
function placeRows({ columns }: KeptPack, { grouper }: Chosen) {
  if (!grouper) return { isIn: null, group: null };
  const { isIn, placeOf } = groupEpisodes(columns, grouper);
  const group = grouper.by === null ? null : new Uint32Array(columns.episodes);
  for (let row = 0; group && row < columns.episodes; row += 1) group[row] = isIn[row] === 1 ? placeOf(row) : NOWHERE;
  return { isIn, group };
}

function rowsWithin(
  { columns }: KeptPack,
  { from, to }: Pick<Chosen, 'from' | 'to'>,
  site: number,
  skipped: ReadonlySet<number>,
): Uint32Array {
  const rows = new Uint32Array(columns.episodes);
  let found = 0;
  for (let row = 0; row < columns.episodes; row += 1) {
    const at = columns.openedAt[row] as number;
    if (at < from || at >= to) continue;
    if (site >= 0 && columns.site[row] !== site) continue;
    if (skipped.size > 0 && skipped.has(columns.no[row] as number)) continue;
    rows[found] = row;
    found += 1;
  }
  return rows.subarray(0, found);
}

type Numbers = Uint8Array | Uint32Array | Int32Array | Float64Array;

/** One column at a time: much quicker than row by row. */
function gather(into: Numbers, column: Numbers, rows: Uint32Array, at: number): void {
  for (let next = 0; next < rows.length; next += 1) into[at + next] = column[rows[next] as number] as number;
}
