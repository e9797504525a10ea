import type { VisitorCommands } from '../../protocol/wire/events.ts';
import type { Context, Done, VisitorSubject } from './context.ts';
import { answered, refused, tellEntries } from './finish.ts';
import { loadServiceBook } from './service-book.ts';

const QUEUE_FULL = 'Too many wait. Send it again with leave: true, best with an e-mail address, or later.';

type Open = VisitorCommands['conversation:open'];

/** Opens a conversation with its first message, or adds the message to the visitor's open one (C1). */
export async function openConversation(
  context: Context,
  subject: VisitorSubject,
  input: Open['in'],
): Promise<Done<Open['out']>> {
  const book = await loadServiceBook(context);
  // H7: nobody is there; it is kept until it opens, and needs no place in the line.
  const held = !book.stateOf(subject.siteId, null, context.zones, context.clock.now()).told.open;
  const isUrgent = !held && input.leave !== true;
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
    held,
    waitingMax: isUrgent ? book.settingsOf(subject.siteId).queue.waitingMax : null,
  });
  if (written.result === 'cid_conflict') return refused('cid_conflict');
  if (written.result === 'queue_full') return refused('queue_full', { hint: QUEUE_FULL });
  const { conversationId, seq, at } = written;
  const place = { conversationId, seq, at };
  if (written.result === 'duplicate') return answered(place);
  return answered(place, tellEntries(written), written.queued);
}
