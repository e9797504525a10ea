import type { ReplyValues } from '../../protocol/wire/fill-reply.ts';
import type { AgentSubject, Context } from './context.ts';

/** What a text with variables may say of this conversation (V3). */
export async function readReplyValues(
  { store }: Context,
  { agent }: AgentSubject,
  conversationId: string,
): Promise<ReplyValues> {
  const state = await store.findConversation(conversationId);
  const profile = state && (await store.readVisitorProfile(state.visitorId));
  const place = await store.readMentionPlace(conversationId);
  return {
    'visitor.name': profile?.name ?? null,
    'visitor.email': place?.email ?? profile?.email ?? null,
    'agent.name': agent.name,
    'site.name': place?.siteName ?? null,
  };
}
