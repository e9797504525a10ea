import type { Context, Notice } from '../context.ts';

/** Whoever looks at a conversation of this person reads her profile again. */
export async function tellAbout({ store }: Context, visitorId: string): Promise<Notice[]> {
  const notices: Notice[] = [];
  for (const id of await store.listProfiles(visitorId)) {
    const latest = await store.findLatestConversation(id);
    if (latest) notices.push({ tell: 'described', conversationId: latest.id, agentId: latest.agentId });
  }
  return notices;
}
