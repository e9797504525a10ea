import { FEEDBACK_FILTERS, type FeedbackFilter } from '../../protocol/wire/feedback.ts';
import { FIND_CHARS_MAX } from '../../protocol/wire/limits.ts';
import { cut } from './cut.ts';
import { formatPlace, type ListPlace, parsePlace } from './list-place.ts';
import { PERIODS, type PeriodName } from './periods.ts';
import { formatReports, parseReports, type ReportPlace } from './report-place.ts';

/** Where the console is. The address bar is the truth, so that reload, back and links work. */
export type Route =
  | InboxRoute
  | ReportPlace
  /** `wall`: large, without anything to press, for a screen on the wall. */
  | { name: 'board'; wall?: boolean | undefined }
  | { name: 'visitors' }
  | { name: 'find'; text: string }
  | { name: 'followups'; view: FollowUpView; period?: PeriodName | undefined; which?: FeedbackFilter | undefined }
  /** `of`: whose settings, such as `site-demo`. */
  | { name: 'settings'; page: SettingsPage; of?: string | undefined };

/**
 * `at`, `note`: the message by its `seq`, or the note by its number, that the one with the focus is opened at. `list`: which conversations
 * stand beside it; left out: all.
 */
export interface InboxRoute {
  name: 'inbox';
  conversationId: string | null;
  /** U14: a second one, after the first. Left out in a link: whatever stands there; null: none. */
  beside?: string | null | undefined;
  /** Which of two has the focus; left out: the first. */
  focus?: 'beside' | undefined;
  at?: number | undefined;
  note?: number | undefined;
  list?: ListPlace | undefined;
}

export const FOLLOW_UP_VIEWS = ['open', 'done', 'feedback'] as const;
export type FollowUpView = (typeof FOLLOW_UP_VIEWS)[number];

/** All pages of the settings, in the order in which they stand. */
export const SETTINGS_PAGES = [
  'account',
  'start',
  'sites',
  'look',
  'front',
  'proactive',
  'files',
  'hours',
  'queue',
  'closing',
  'routing',
  'targets',
  'feedback',
  'people',
  'departments',
  'rights',
  'team',
  'replies',
  'macros',
  'tags',
  'visitors',
  'mail',
  'privacy',
  'services',
  'costs',
] as const;
export type SettingsPage = (typeof SETTINGS_PAGES)[number];

const BASE = '/console/';

/** Unknown addresses are the inbox. */
export function parseRoute(address: string): Route {
  const [path = '', query = ''] = address.split('?');
  const [page, id, of] = path.slice(BASE.length).split('/');
  if (page === 'reports') return parseReports(id, query);
  if (page === 'board') return id === 'wall' ? { name: 'board', wall: true } : { name: 'board' };
  if (page === 'visitors') return { name: 'visitors' };
  if (page === 'find') return { name: 'find', text: parseText(query) };
  if (page === 'followups') return parseFollowUps(id, query);
  if (page === 'settings') return parseSettings(id, of);
  if (page !== 'inbox') return { name: 'inbox', conversationId: null };
  const list = parsePlace(query);
  return {
    ...{ name: 'inbox' as const, conversationId: id ? decoded(id) : null },
    ...(id ? besideIn(query, decoded(id)) : {}),
    ...(id ? { ...placeIn(query, 'at'), ...placeIn(query, 'note') } : {}),
    ...(formatPlace(list) === '' ? {} : { list }),
  };
}

export function formatRoute(route: Route): string {
  if (route.name === 'board') return `${BASE}board${route.wall ? '/wall' : ''}`;
  if (route.name === 'visitors') return `${BASE}visitors`;
  if (route.name === 'find') return `${BASE}find${route.text ? `?text=${encodeURIComponent(route.text)}` : ''}`;
  if (route.name === 'settings') return formatSettings(route);
  if (route.name === 'followups') return formatFollowUps(route);
  if (route.name === 'inbox') {
    return formatInbox(route);
  }
  return formatReports(route);
}

function formatInbox({ conversationId, beside, focus, at, note, list }: InboxRoute): string {
  const path = conversationId === null ? `${BASE}inbox` : `${BASE}inbox/${encodeURIComponent(conversationId)}`;
  const place = at !== undefined ? `at=${at}` : note !== undefined ? `note=${note}` : '';
  const second = beside ? [`beside=${encodeURIComponent(beside)}`, focus === 'beside' ? 'focus=beside' : ''] : [];
  const open = conversationId === null ? [] : [...second, place];
  const query = [...open, list ? formatPlace(list) : ''].filter(Boolean).join('&');
  return query ? `${path}?${query}` : path;
}

/** Nothing stands beside itself. */
function besideIn(query: string, first: string): Pick<InboxRoute, 'beside' | 'focus'> {
  const beside = decoded(/(?:^|&)beside=([^&]+)/.exec(query)?.[1] ?? '');
  if (beside === '' || beside === first) return {};
  return { beside, ...(/(?:^|&)focus=beside(?:&|$)/.test(query) ? { focus: 'beside' as const } : {}) };
}

function placeIn(query: string, name: 'at' | 'note'): { at?: number; note?: number } {
  const given = new RegExp(`(?:^|&)${name}=(\\d{1,15})(?:&|$)`).exec(query)?.[1];
  return given === undefined ? {} : { [name]: Number(given) };
}

function parseSettings(given: string | undefined, of: string | undefined): Route {
  const page = SETTINGS_PAGES.find((name) => name === given) ?? 'account';
  return { name: 'settings', page, ...(of ? { of: decoded(of) } : {}) };
}

function formatSettings({ page, of }: Extract<Route, { name: 'settings' }>): string {
  if (page === 'account') return `${BASE}settings`;
  return `${BASE}settings/${page}${of ? `/${encodeURIComponent(of)}` : ''}`;
}

function parseText(query: string): string {
  const given = query.split('&').find((pair) => pair.startsWith('text='));
  return cut(decoded(given?.slice('text='.length) ?? ''), FIND_CHARS_MAX);
}

function parseFollowUps(given: string | undefined, query: string): Route {
  const view = FOLLOW_UP_VIEWS.find((name) => name === given) ?? 'open';
  if (view !== 'feedback') return { name: 'followups', view };
  const asked = new Map(query.split('&').map((pair) => pair.split('=') as [string, string]));
  const period = PERIODS.find((name) => name === asked.get('period')) ?? '30';
  const which = FEEDBACK_FILTERS.find((name) => name === asked.get('which')) ?? 'all';
  return { name: 'followups', view, period, which };
}

function formatFollowUps({ view, period, which }: Extract<Route, { name: 'followups' }>): string {
  if (view === 'open') return `${BASE}followups`;
  if (view === 'done') return `${BASE}followups/done`;
  return `${BASE}followups/feedback?period=${period ?? '30'}&which=${which ?? 'all'}`;
}

/** People paste broken addresses; those lead to a conversation that does not exist, not to a crash. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
