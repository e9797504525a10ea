import type { AgentCommands } from '../../protocol/wire/events.ts';
import type { BulkAct, BulkDone } from '../../protocol/wire/inbox.ts';
import { askColleague } from './ask-colleague.ts';
import { closeConversation } from './close-conversation.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { addFollowUp } from './follow-ups.ts';
import { moveConversation, returnConversation } from './return-conversation.ts';
import { tagConversation } from './tag-conversation.ts';
import { takeOverConversation } from './take-over-conversation.ts';

/**
 * U8: the same verb for each of them, one after another, by the rules and rights that hold for one alone. What is refused
 * stops nobody else; the answer names each that was done and each that was not, and why.
 */
export async function doInBulk(
  context: Context,
  subject: AgentSubject,
  { act, conversationIds }: AgentCommands['inbox:bulk']['in'],
): Promise<Done<BulkDone>> {
  const all: Done<BulkDone> = {
    answer: { ok: true, value: { done: [], refused: [] } },
    notices: [],
    wakeRouting: false,
  };
  const { done, refused } = (all.answer as { value: BulkDone }).value;
  for (const conversationId of conversationIds) {
    const one = await orBroken(() => doOne(context, subject, act, conversationId));
    if ('broke' in one) {
      // Nothing was done yet: the question as a whole has failed, and is asked again.
      if (all.notices.length === 0) throw one.broke;
      all.broke ??= one.broke;
      refused.push({ conversationId, error: 'unavailable' });
      continue;
    }
    if (one.answer.ok) done.push(conversationId);
    else refused.push({ conversationId, error: one.answer.error });
    all.notices.push(...one.notices);
    all.wakeRouting ||= one.wakeRouting === true;
  }
  return all;
}

/** What is stored is told whatever becomes of the next: nobody's screen waits for a heartbeat to learn of it. */
async function orBroken(run: () => Promise<Done<unknown>>): Promise<Done<unknown> | { broke: unknown }> {
  try {
    return await run();
  } catch (broke) {
    return { broke };
  }
}

function doOne(context: Context, subject: AgentSubject, act: BulkAct, conversationId: string): Promise<Done<unknown>> {
  switch (act.do) {
    case 'take':
      return takeOverConversation(context, subject, { conversationId });
    case 'ask':
      return askColleague(context, subject, { conversationId, kind: 'transfer', agentId: act.agentId });
    case 'return':
      return returnConversation(context, subject, { conversationId });
    case 'move':
      return moveConversation(context, subject, { conversationId, departmentId: act.departmentId });
    case 'tag':
      return tagConversation(context, subject, { conversationId, add: act.add, remove: act.remove });
    case 'close':
      return closeConversation(context, subject, { conversationId, outcome: act.outcome });
    case 'snooze':
      return addFollowUp(context, subject, {
        ...{ conversationId, kind: 'snooze', dueAt: act.dueAt },
        clientId: context.ids.hash(`${act.clientId} ${conversationId}`).slice(0, 32),
      });
  }
}
