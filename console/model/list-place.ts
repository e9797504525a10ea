import { CHANNELS, type Channel, RATING_GROUPS, type RatingGroup } from '../../protocol/wire/inbox.ts';
import { cut } from './cut.ts';

export const LIST_VIEWS = ['all', 'mine', 'unassigned', 'mentions', 'closed', 'asked'] as const;
export type ListView = (typeof LIST_VIEWS)[number];

export const LIST_SORTS = ['waiting', 'newest', 'oldest', 'activity'] as const;
export type ListSort = (typeof LIST_SORTS)[number];

/** What is left out is any; all that are named must hold (U4). */
export interface ListFilter {
  tag?: string;
  segment?: string;
  site?: string;
  /** An empty one: none. */
  department?: string;
  agent?: string;
  language?: string;
  rating?: RatingGroup;
  channel?: Channel;
  /** Waits for an answer for so many minutes at least. */
  minutes?: number;
  text?: string;
}

/** Which list is on the screen; it stands in the address behind the `?` (U3). */
export interface ListPlace {
  view: ListView;
  sort: ListSort;
  filter: ListFilter;
}

export const WHOLE_LIST: ListPlace = { view: 'all', sort: 'waiting', filter: {} };

const WORDS = ['tag', 'segment', 'site', 'department', 'agent', 'language', 'text'] as const;
/** Longer is nothing that the console ever wrote. */
const WORD_CHARS_MAX = 80;
const MINUTES_MAX = 100_000;

/** What it cannot read is left out: an old link opens the list that it still names. */
export function parsePlace(query: string): ListPlace {
  const asked = pairsOf(query);
  const filter: ListFilter = {};
  for (const word of WORDS) {
    const given = cut(asked.get(word) ?? '', WORD_CHARS_MAX);
    if (given || (word === 'department' && asked.has(word))) filter[word] = given;
  }
  const rating = RATING_GROUPS.find((group) => group === asked.get('rating'));
  if (rating) filter.rating = rating;
  const channel = CHANNELS.find((one) => one === asked.get('channel'));
  if (channel) filter.channel = channel;
  const minutes = Number(asked.get('minutes'));
  if (Number.isInteger(minutes) && minutes > 0 && minutes <= MINUTES_MAX) filter.minutes = minutes;
  return {
    view: LIST_VIEWS.find((view) => view === asked.get('view')) ?? 'all',
    sort: LIST_SORTS.find((sort) => sort === asked.get('sort')) ?? 'waiting',
    filter,
  };
}

/** Only what differs from the whole list, always in the same order: two equal places are two equal texts. */
export function formatPlace({ view, sort, filter }: ListPlace): string {
  const said: string[] = [];
  const say = (name: string, value: string) => said.push(`${name}=${encodeURIComponent(value)}`);
  if (view !== 'all') say('view', view);
  if (sort !== 'waiting') say('sort', sort);
  for (const word of WORDS) if (filter[word] !== undefined) say(word, filter[word]);
  if (filter.rating) say('rating', filter.rating);
  if (filter.channel) say('channel', filter.channel);
  if (filter.minutes) say('minutes', String(filter.minutes));
  return said.join('&');
}

export function countFilters(filter: ListFilter): number {
  return Object.values(filter).filter((value) => value !== undefined).length;
}

function pairsOf(query: string): Map<string, string> {
  return new Map(
    query.split('&').map((pair): [string, string] => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), decoded(pair.slice(at + 1))];
    }),
  );
}

/** People paste broken addresses; those name what they still name. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
