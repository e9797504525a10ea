import type { FeedbackFilter } from '../../protocol/wire/feedback.ts';
import type { EpisodeFilter, PeriodName } from './periods.ts';
import { FILTERS, PERIODS } from './periods.ts';

/** Where the console is. The address bar is the truth, so that reload, back and links work. */
export type Route =
  | { name: 'inbox'; conversationId: string | null }
  | { name: 'reports'; period: PeriodName; which: EpisodeFilter | null }
  | { name: 'board' }
  | { name: 'followups'; view: FollowUpView; period?: PeriodName | undefined; which?: FeedbackFilter | undefined }
  /** `of`: whose settings, such as `site-demo`. */
  | { name: 'settings'; page: SettingsPage; of?: string | undefined };

export const FOLLOW_UP_VIEWS = ['open', 'done', 'feedback'] as const;
export type FollowUpView = (typeof FOLLOW_UP_VIEWS)[number];
export const FEEDBACK_FILTERS = [
  'all',
  'low',
  'good',
  'unresolved',
  'complaint',
  'comment',
] as const satisfies readonly FeedbackFilter[];

/** All pages of the settings, in the order in which they stand. */
export const SETTINGS_PAGES = [
  'account',
  'hours',
  'queue',
  'closing',
  'front',
  'proactive',
  'files',
  'mail',
  'replies',
  'feedback',
  'people',
  'departments',
  'routing',
  'team',
  'costs',
] as const;
export type SettingsPage = (typeof SETTINGS_PAGES)[number];

const BASE = '/console/';

/** Unknown addresses are the inbox. */
export function parseRoute(address: string): Route {
  const [path = '', query = ''] = address.split('?');
  const [page, id, of] = path.slice(BASE.length).split('/');
  if (page === 'reports') return parseReports(query);
  if (page === 'board') return { name: 'board' };
  if (page === 'followups') return parseFollowUps(id, query);
  if (page === 'settings') return parseSettings(id, of);
  return { name: 'inbox', conversationId: page === 'inbox' && id ? decoded(id) : null };
}

export function formatRoute(route: Route): string {
  if (route.name === 'board') return `${BASE}board`;
  if (route.name === 'settings') return formatSettings(route);
  if (route.name === 'followups') return formatFollowUps(route);
  if (route.name === 'inbox') {
    return route.conversationId ? `${BASE}inbox/${encodeURIComponent(route.conversationId)}` : `${BASE}inbox`;
  }
  const which = route.which ? `&which=${route.which}` : '';
  return `${BASE}reports?period=${route.period}${which}`;
}

function parseSettings(given: string | undefined, of: string | undefined): Route {
  const page = SETTINGS_PAGES.find((name) => name === given) ?? 'account';
  return { name: 'settings', page, ...(of ? { of: decoded(of) } : {}) };
}

function formatSettings({ page, of }: Extract<Route, { name: 'settings' }>): string {
  if (page === 'account') return `${BASE}settings`;
  return `${BASE}settings/${page}${of ? `/${encodeURIComponent(of)}` : ''}`;
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

function parseReports(query: string): Route {
  const given = new Map(query.split('&').map((pair) => pair.split('=') as [string, string]));
  const period = PERIODS.find((name) => name === given.get('period')) ?? 'today';
  const which = FILTERS.find((name) => name === given.get('which')) ?? null;
  return { name: 'reports', period, which };
}

/** People paste broken addresses; those lead to a conversation that does not exist, not to a crash. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
