import { DAY_MS } from '../hours/civil.ts';
import { type ContactColumns, PERSON_WORDS } from './contact-columns.ts';
import { DayMark, dayOf, lastDayOf } from './day-mark.ts';
import { putStretch, type Stretches } from './day-sheet.ts';
import type { PeopleCodes } from './people-codes.ts';

/** A pack as the books have it at hand. */
export interface KeptPack {
  columns: ContactColumns;
  /** Code of each row's person; of each of the pack's agents. */
  person: Int32Array;
  agents: readonly number[];
  /** By stretch: its row, and when it ended, or when it was looked at. */
  rows: Uint32Array;
  until: Float64Array;
  /** By day (UTC): the stretches that touch it, and their mark. */
  days: ReadonlyMap<number, { places: number[]; mark: DayMark }>;
  /** When the first and the last of it opened, and when the last of its stretches ended. */
  openedFrom: number;
  openedTo: number;
  servedTo: number;
}

/** What still goes on ends at `now`. O(rows and days of their stretches). */
export function keepPack(
  columns: ContactColumns,
  people: PeopleCodes,
  agentCode: (agentId: string) => number,
  now: number,
): KeptPack {
  const person = new Int32Array(columns.episodes);
  const rows = new Uint32Array(columns.servedAt.length);
  let openedFrom = Number.POSITIVE_INFINITY;
  let openedTo = 0;
  for (let row = 0; row < columns.episodes; row += 1) {
    person[row] = people.codeOf(columns.person, row * PERSON_WORDS);
    rows.fill(row, columns.servedFrom[row], columns.servedFrom[row + 1]);
    const at = columns.openedAt[row] ?? 0;
    if (at < openedFrom) openedFrom = at;
    if (at > openedTo) openedTo = at;
  }
  const until = columns.servedUntil.map((at, place) => Math.max(columns.servedAt[place] ?? 0, at === 0 ? now : at));
  const servedTo = until.reduce((latest, at) => Math.max(latest, at), 0);
  const pack = { columns, person, agents: columns.agents.map(agentCode), rows, until, openedFrom, openedTo, servedTo };
  return { ...pack, days: daysOf(pack) };
}

type Undated = Omit<KeptPack, 'days'>;

function daysOf(pack: Undated): KeptPack['days'] {
  const days = new Map<number, { places: number[]; mark: DayMark }>();
  for (let place = 0; place < pack.rows.length; place += 1) {
    eachDay(pack, place, (day) => {
      let known = days.get(day);
      if (!known) {
        known = { places: [], mark: new DayMark() };
        days.set(day, known);
      }
      known.places.push(place);
      markStretch(known.mark, pack, place, day, 1);
    });
  }
  return days;
}

/** Days (UTC) that a stretch touches. */
export function eachDay({ columns, until }: Undated, place: number, look: (day: number) => void): void {
  const from = columns.servedAt[place] ?? 0;
  const last = lastDayOf(from, until[place] ?? from);
  for (let day = dayOf(from); day <= last; day += 1) look(day);
}

export function markStretch(
  mark: DayMark,
  { columns, agents, rows, until }: Undated,
  place: number,
  day: number,
  times: 1 | -1,
): void {
  const agent = agents[columns.servedAgent[place] ?? 0] ?? 0;
  const from = Math.max(columns.servedAt[place] ?? 0, day * DAY_MS);
  mark.add(columns.no[rows[place] ?? 0] ?? 0, agent, from, Math.min(until[place] ?? 0, (day + 1) * DAY_MS), times);
}

/** The stretches of one day, but for those of conversations that are told anew. */
export function putDay(into: Stretches, pack: KeptPack, day: number, skipped: ReadonlySet<number>): void {
  const { columns, agents, rows, until } = pack;
  for (const place of pack.days.get(day)?.places ?? []) {
    const row = rows[place] ?? 0;
    const no = columns.no[row] ?? 0;
    if (skipped.has(no)) continue;
    putStretch(into, day, {
      ...{ no, episode: columns.episode[row] ?? 0, agent: agents[columns.servedAgent[place] ?? 0] ?? 0 },
      ...{ from: columns.servedAt[place] ?? 0, to: until[place] ?? 0 },
    });
  }
}

/** Stretches of one conversation. O(log rows). */
export function placesOf({ columns }: KeptPack, no: number): { from: number; to: number } {
  const first = lowerBound(columns.no, no);
  const end = lowerBound(columns.no, no + 1);
  return { from: columns.servedFrom[first] ?? 0, to: columns.servedFrom[end] ?? 0 };
}

function lowerBound(sorted: Uint32Array, wanted: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
