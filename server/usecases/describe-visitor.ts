import type { Nothing, VisitorCommands } from '../../protocol/wire/events.ts';
import type { Context, Done, Notice, VisitorSubject } from './context.ts';
import { answered, refused } from './finish.ts';
import { ORDER_EVENT, takePageOrder } from './take-page-order.ts';

/** What the page says of its visitor: labels for agents, which open nothing (P22, W18). */
export async function describeVisitor(
  context: Context,
  { visitorId }: VisitorSubject,
  part: VisitorCommands['visitor:describe']['in'],
): Promise<Done<Nothing>> {
  const kept = await context.store.describeVisitor({ visitorId, part, at: context.clock.now() });
  if (kept === 'too_many')
    return refused('invalid_payload', { field: 'attributes', hint: 'Take some away with null.' });
  return answered({}, await tellWatchers(context, visitorId));
}

export async function trackVisitor(
  context: Context,
  subject: VisitorSubject,
  { event, properties = {} }: VisitorCommands['visitor:track']['in'],
): Promise<Done<Nothing>> {
  const { visitorId } = subject;
  const refusal = event === ORDER_EVENT ? await takePageOrder(context, subject, properties) : undefined;
  if (refusal) return refusal;
  await context.store.trackVisitor({ visitorId, event: { event, properties, at: context.clock.now() } });
  return answered({}, await tellWatchers(context, visitorId));
}

async function tellWatchers({ store }: Context, visitorId: string): Promise<Notice[]> {
  const latest = await store.findLatestConversation(visitorId);
  if (!latest || latest.status === 'closed') return [];
  return [{ tell: 'described', conversationId: latest.id, agentId: latest.agentId }];
}
