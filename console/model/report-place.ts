import { FILTERS, type Filter, SPLITS, type Split } from '../../protocol/wire/measures.ts';
import { PERIODS, type PeriodName } from './periods.ts';

/** Where in the reports somebody is. All of it stands in the address, so that a view can be sent to a colleague. */
export interface ReportPlace {
  name: 'reports';
  view: ReportView;
  period: PeriodName;
  /** First and last day of the period `days`, `YYYY-MM-DD`, both in it. */
  from?: string | undefined;
  to?: string | undefined;
  /** IANA name of the zone whose days these are; without it the reader's own. */
  zone?: string | undefined;
  /** Only hours that are open count in what is held against a target, and in how lengths are spread (M11). */
  clock?: 'business' | undefined;
  only: ReportFilters;
  split: Split | null;
  /** The figure whose rows are open, such as `answered` or `outcome:spam`. */
  which: string | null;
  /** Of a list of business: the part of it, such as `contact:rated_good`. */
  part?: string | undefined;
  /** The business view: only orders that a site's server or its staff reported. */
  checked?: true | undefined;
}

export const REPORT_VIEWS = [
  'overview',
  'times',
  'queue',
  'volume',
  'outcomes',
  'satisfaction',
  'agents',
  'topics',
  'splits',
  'compare',
  'business',
  'forecast',
] as const;
export type ReportView = (typeof REPORT_VIEWS)[number];

export type ReportFilters = Partial<Record<Filter, string>>;

/** Names in addresses that people kept from before. */
const FORMER: Record<string, string> = { all: 'episodes' };
const PATH = '/console/reports';
const DAY = /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const BUSINESS = 'business:';
/** Lists of rows have short names, and may be of another time than the page, `@FROM-TO`; a long one is not ours. */
const WHICH = /^[a-zA-Z_]{1,40}(?::[\w-]{1,40})?(?:@\d{1,15}-\d{1,15})?$/;

/** What a list is of, and the time of which it is, where that is not the page's. */
export function readWhich(which: string): { of: string; span: { from: number; to: number } | undefined } {
  const [of = '', span] = which.split('@');
  const [from = 0, to = 0] = (span ?? '').split('-').map(Number);
  return { of, span: span === undefined ? undefined : { from, to } };
}

export function parseReports(view: string | undefined, query: string): ReportPlace {
  const given = new Map(query.split('&').map((pair) => pair.split('=', 2).map(decoded) as [string, string]));
  const one = <T extends string>(list: readonly T[], name: string) => list.find((value) => value === given.get(name));
  const from = dayOf(given.get('from'));
  const to = dayOf(given.get('to'));
  const asked = one(PERIODS, 'period') ?? 'today';
  const days = asked === 'days' && from !== undefined && to !== undefined && from <= to;
  const which = given.get('which') ?? '';
  const filters = FILTERS.filter((name) => given.has(name)).map((name) => [name, given.get(name)]);
  return {
    name: 'reports',
    view: REPORT_VIEWS.find((name) => name === view) ?? 'overview',
    period: asked === 'days' && !days ? 'today' : asked,
    ...(days ? { from, to } : {}),
    ...(given.get('zone') ? { zone: given.get('zone') } : {}),
    ...(given.get('clock') === 'business' ? { clock: 'business' } : {}),
    only: Object.fromEntries(filters) as ReportFilters,
    split: one(SPLITS, 'split') ?? null,
    which: WHICH.test(which) ? (FORMER[which] ?? which) : null,
    ...(which.startsWith(BUSINESS) && given.has('part') ? { part: given.get('part') } : {}),
    ...(given.get('checked') === 'true' ? { checked: true } : {}),
  };
}

export function formatReports(place: ReportPlace): string {
  const { view, period, from, to, zone, clock, only, split, which, part, checked } = place;
  const pairs: [string, string | null | undefined][] = [
    ['period', period],
    ['from', period === 'days' ? from : null],
    ['to', period === 'days' ? to : null],
    ['zone', zone],
    ['clock', clock],
    ...FILTERS.map((name): [string, string | undefined] => [name, only[name]]),
    ['split', split],
    ['which', which],
    ['part', which?.startsWith(BUSINESS) ? part : null],
    ['checked', view === 'business' && checked ? 'true' : null],
  ];
  const query = pairs
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value as string)}`);
  return `${PATH}${view === 'overview' ? '' : `/${view}`}?${query.join('&')}`;
}

function dayOf(text: string | undefined): string | undefined {
  if (text === undefined || !DAY.test(text)) return undefined;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  // A 31st of February would be shown as a day of March.
  return day <= daysIn(year, month) ? text : undefined;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** People paste broken addresses; those are no crash. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    return part;
  }
}
