import type { VisitorPollIn, VisitorPollOut } from '../../protocol/wire/events.ts';
import { SYNC_ENTRIES_MAX } from '../../protocol/wire/limits.ts';
import type { SyncPage } from '../../protocol/wire/model.ts';
import type { Context, Done, VisitorSubject } from './context.ts';
import { answered } from './finish.ts';
import { loadConversation } from './load-conversation.ts';
import { placesOf } from './places-book.ts';
import { readServiceTold } from './service-book.ts';

/** What came after the positions a visitor holds, and the latest conversation where it was not named (P9). */
export async function pollVisitor(
  context: Context,
  subject: VisitorSubject,
  input: VisitorPollIn,
): Promise<Done<VisitorPollOut>> {
  const afterSeq = new Map(input.resume.map((position) => [position.conversationId, position.afterSeq]));
  const latest = await context.store.findLatestConversation(subject.visitorId);
  if (latest && !afterSeq.has(latest.id)) afterSeq.set(latest.id, 0);
  const conversations: SyncPage[] = [];
  for (const [conversationId, after] of afterSeq) {
    // Foreign and unknown ids are left out alike (C2).
    if (!(await loadConversation(context, subject, conversationId))) continue;
    const page = await context.store.readPage({ conversationId, afterSeq: after, limit: SYNC_ENTRIES_MAX });
    if (page) conversations.push(page);
  }
  const place = placesOf(context.store).get(latest?.id ?? '');
  return answered({
    epoch: await context.store.readEpoch(),
    available: await context.store.isAnyAvailable(context.clock.now()),
    conversations,
    service: await readServiceTold(context, subject.siteId),
    ...(place ? { place } : {}),
  });
}
