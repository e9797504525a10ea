import type { Invite, PresentList } from '../../../protocol/wire/people.ts';
import { PRESENCE_LISTED_MAX } from '../../../protocol/wire/people-limits.ts';
import { may } from '../../../protocol/wire/permissions.ts';
import type { AgentSubject, Context, Done, VisitorSubject } from '../context.ts';
import { answered, refused } from '../finish.ts';
import { loadServiceBook } from '../service-book.ts';
import { presenceBookOf } from './presence-book.ts';

const NO_MORE = { hint: 'She was invited often enough, or wants no more messages like this.' };
const TALKS = { hint: 'She has an open conversation: answer there.' };

/** J10: only where the owner turned it on. */
export async function isPresenceOn(context: Context, siteId: string): Promise<boolean> {
  return (await loadServiceBook(context)).settingsOf(siteId).visitors.presence;
}

/** The open conversation of who asks, where she has written before. */
export async function openConversationOf({ store }: Context, subject: VisitorSubject | null): Promise<string | null> {
  const latest = subject && (await store.findLatestConversation(subject.visitorId));
  return latest && latest.status !== 'closed' ? latest.id : null;
}

export async function listPresent(
  context: Context,
  { agent }: AgentSubject,
  sites: readonly { id: string; name: string }[],
): Promise<Done<PresentList>> {
  if (!may(agent, 'visitors:read')) return refused('forbidden');
  const book = await loadServiceBook(context);
  const on = new Map(sites.flatMap(({ id, name }) => (book.settingsOf(id).visitors.presence ? [[id, name]] : [])));
  const here = presenceBookOf(context)
    .list()
    .filter(({ siteId }) => on.has(siteId));
  return answered({
    at: context.clock.now(),
    visitors: here.slice(0, PRESENCE_LISTED_MAX).map((one) => ({ ...one, siteName: on.get(one.siteId) ?? '' })),
    more: Math.max(0, here.length - PRESENCE_LISTED_MAX),
    off: on.size === 0,
  });
}

/** The agent's words in the visitor's page, as a quiet bubble (X5, X7). */
export async function inviteVisitor(
  context: Context,
  { agent }: AgentSubject,
  { key, text }: { key: string; text: string },
): Promise<Done<Invite>> {
  if (!may(agent, 'visitors:invite')) return refused('forbidden', { hint: 'Your role looks on.' });
  const by = { id: agent.id, name: agent.name };
  const invite = { id: `invite_${context.ids.reply().toLowerCase()}`, by, text, at: context.clock.now() };
  const result = presenceBookOf(context).invite(key, invite);
  if (result === 'gone') return refused('not_found', { hint: 'She has left.' });
  if (result === 'talks') return refused('ask_open', TALKS);
  return result === 'too_many' ? refused('queue_full', NO_MORE) : answered({ ...invite, state: 'sent' });
}
