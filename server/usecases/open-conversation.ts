import type { VisitorCommands } from '../../protocol/wire/events.ts';
import type { Context, Done, VisitorSubject } from './context.ts';
import { answered, refused, tellEntries } from './finish.ts';

type Open = VisitorCommands['conversation:open'];

/** Opens a conversation with its first message, or adds the message to the visitor's open one (C1). */
export async function openConversation(
  context: Context,
  subject: VisitorSubject,
  input: Open['in'],
): Promise<Done<Open['out']>> {
  const written = await context.store.openConversation({
    conversationId: context.ids.conversation(),
    siteId: subject.siteId,
    visitorId: subject.visitorId,
    message: {
      author: 'visitor',
      authorId: subject.visitorId,
      clientId: input.clientId,
      body: input.body,
      at: context.clock.now(),
    },
    email: input.email ?? null,
    pageUrl: input.page?.url ?? null,
    pageTitle: input.page?.title ?? null,
  });
  if (written.result === 'cid_conflict') return refused('cid_conflict');
  const { conversationId, seq, at } = written;
  const place = { conversationId, seq, at };
  if (written.result === 'duplicate') return answered(place);
  return answered(place, tellEntries(written), written.queued);
}
