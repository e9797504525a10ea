import type { EpisodeFilter, PeriodName } from './periods.ts';
import { FILTERS, PERIODS } from './periods.ts';

/** Where the console is. The address bar is the truth, so that reload, back and links work. */
export type Route =
  | { name: 'inbox'; conversationId: string | null }
  | { name: 'reports'; period: PeriodName; which: EpisodeFilter | null }
  | { name: 'board' }
  /** `of`: whose settings, such as `site-demo`. */
  | { name: 'settings'; page: SettingsPage; of?: string | undefined };

/** All pages of the settings, in the order in which they stand. */
export const SETTINGS_PAGES = [
  'account',
  'hours',
  'queue',
  'closing',
  'front',
  'proactive',
  'files',
  'replies',
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
  if (page === 'settings') return parseSettings(id, of);
  return { name: 'inbox', conversationId: page === 'inbox' && id ? decoded(id) : null };
}

export function formatRoute(route: Route): string {
  if (route.name === 'board') return `${BASE}board`;
  if (route.name === 'settings') return formatSettings(route);
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
