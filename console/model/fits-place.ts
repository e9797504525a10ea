import { channelOf, isNamed, ratingGroupOf, speaksLanguage } from '../../protocol/wire/inbox.ts';
import type { ConversationSummary } from '../../protocol/wire/model.ts';
import { isServedBy } from './inbox-sections.ts';
import type { ListFilter, ListPlace, ListView } from './list-place.ts';

export interface Seer {
  meId: string;
  isMentioned(conversationId: string): boolean;
  isAsked(conversationId: string): boolean;
}

/** Whether it belongs into this list, but for how long somebody waits: that moves with the time (U1, U4). */
export function fitsPlace(summary: ConversationSummary, { view, filter }: ListPlace, seer: Seer): boolean {
  return isInView(summary, view, seer) && fitsFilter(summary, filter);
}

function isInView(summary: ConversationSummary, view: ListView, { meId, isMentioned, isAsked }: Seer): boolean {
  if (view === 'mentions') return isMentioned(summary.id);
  if (view === 'asked') return isAsked(summary.id);
  if (view === 'closed') return summary.status === 'closed';
  if (view === 'mine') return isServedBy(summary, meId);
  if (view === 'unassigned') return summary.status === 'queued';
  return true;
}

export function fitsFilter(summary: ConversationSummary, filter: ListFilter): boolean {
  const { tag, segment, site, department, agent, language, rating, channel, text } = filter;
  if (site !== undefined && summary.siteId !== site) return false;
  if (department !== undefined && (summary.departmentId ?? '') !== department) return false;
  if (agent !== undefined && summary.agent?.id !== agent) return false;
  if (tag !== undefined && !summary.tags?.includes(tag)) return false;
  if (segment !== undefined && !summary.segments?.includes(segment)) return false;
  if (rating !== undefined && ratingGroupOf(summary.score) !== rating) return false;
  if (channel !== undefined && channelOf(summary.visitor) !== channel) return false;
  if (language !== undefined && !speaksLanguage(summary.language, language)) return false;
  return text === undefined || isNamed(summary.visitor, text);
}
