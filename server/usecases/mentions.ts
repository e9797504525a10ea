import type { Mention, MentionList } from '../../protocol/wire/composer.ts';
import type { AgentCommands } from '../../protocol/wire/events.ts';
import { MEMBERS_MAX } from '../../protocol/wire/limits.ts';
import { MENTION_TEXT_CHARS_MAX, MENTIONS_LISTED_MAX } from '../../protocol/wire/limits-of-composer.ts';
import type { NoteEntry } from '../../protocol/wire/team.ts';
import type { AgentSubject, Context, Done, Notice } from './context.ts';
import { answered } from './finish.ts';

/**
 * D10: who is named hears of it at once. Nobody names herself. Who has left the team meanwhile is a name in the text and no more: the
 * note was begun before, and must not be lost for it.
 */
export async function namedAgents(
  { store, clock }: Context,
  authorId: string,
  given: readonly string[],
): Promise<string[]> {
  const asked = [...new Set(given)].filter((id) => id !== authorId);
  if (asked.length === 0) return [];
  const members = await store.listMembers({ now: clock.now(), limit: MEMBERS_MAX });
  const known = new Set(members.map(({ id }) => id));
  return asked.filter((id) => known.has(id));
}

/** One notice for each who is named. */
export async function tellMentions(context: Context, conversationId: string, note: NoteEntry): Promise<Notice[]> {
  const { mentions = [], number, at, by } = note;
  if (mentions.length === 0) return [];
  const place = await context.store.readMentionPlace(conversationId);
  if (!place) return [];
  const text = note.body.slice(0, MENTION_TEXT_CHARS_MAX);
  const author = by ?? { id: '', name: '' };
  const { label, siteName } = place;
  const mention: Mention = { conversationId, number, label, siteName, by: author, text, at, seenAt: null };
  return mentions.map((agentId) => ({ tell: 'mention', agentId, mention }));
}

export async function listMentions(
  context: Context,
  { agent }: AgentSubject,
  { after }: AgentCommands['mention:list']['in'],
): Promise<Done<MentionList>> {
  const [page, unread] = await Promise.all([
    context.store.listMentions({ agentId: agent.id, after, limit: MENTIONS_LISTED_MAX }),
    context.store.countMentions(agent.id),
  ]);
  return answered({ ...page, unread });
}

export async function seeMentions(
  context: Context,
  { agent }: AgentSubject,
  { conversationId, upToNumber }: AgentCommands['mention:seen']['in'],
): Promise<Done<{ unread: number }>> {
  const at = context.clock.now();
  const seen = await context.store.seeMentions({ agentId: agent.id, conversationId, upToNumber, at });
  const unread = await context.store.countMentions(agent.id);
  return answered(
    { unread },
    seen === 0 ? [] : [{ tell: 'mentionSeen', agentId: agent.id, conversationId, upToNumber }],
  );
}
