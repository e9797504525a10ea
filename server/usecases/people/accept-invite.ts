import { PROACTIVE_WHEN_ANY, type ProactiveRule } from '../../../protocol/wire/proactive.ts';
import type { Context, Notice, VisitorSubject } from '../context.ts';
import { pickConversation } from '../pick-conversation.ts';
import { presenceBookOf } from './presence-book.ts';

export interface Invited {
  agentId: string;
  /** What a conversation keeps of it, as of any message that came by itself (X9). */
  rule: ProactiveRule;
}

/** J10: whose words she pressed. Undefined: an ordinary message, or an invitation that nobody made. */
export function invitedBy(context: Context, { siteId }: VisitorSubject, key: string | undefined): Invited | undefined {
  const invite = key?.startsWith('invite_') ? presenceBookOf(context).invitedBy(siteId, key) : undefined;
  if (!invite) return undefined;
  const { by, text } = invite;
  const rule = { key: 'invite', name: by.name, on: true, text, timesMax: 1, when: PROACTIVE_WHEN_ANY };
  return { agentId: by.id, rule };
}

/** With whoever invited, while that person is available; otherwise it waits as every conversation does. */
export async function takeInvited(context: Context, agentId: string, conversationId: string): Promise<Notice[]> {
  const agent = await context.store.findAgent(agentId);
  if (agent?.availability !== 'available') return [];
  const taken = await pickConversation(context, { kind: 'agent', agent, sessionId: '' }, { conversationId });
  return taken.notices;
}
