import type { Nothing, VisitorCommands } from '../../protocol/wire/events.ts';
import { OWN_CONVERSATIONS_MAX } from '../../protocol/wire/limits.ts';
import type { Context, Done, VisitorSubject } from './context.ts';
import { answered } from './finish.ts';

/** This visitor's conversations, the latest first: her own and nobody else's (C2). */
export async function listOwnConversations(
  { store }: Context,
  { visitorId }: VisitorSubject,
  _input: Nothing,
): Promise<Done<VisitorCommands['conversation:list']['out']>> {
  return answered({ conversations: await store.listOwnConversations({ visitorId, limit: OWN_CONVERSATIONS_MAX }) });
}
