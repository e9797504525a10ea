import type { ErrorCode } from '../../protocol/wire/errors.ts';
import { SWEEP_ROWS_MAX } from '../../protocol/wire/limits.ts';
import { closeConversation } from '../usecases/close-conversation.ts';
import type { Context } from '../usecases/context.ts';
import { plannedTold, tellPlanned } from '../usecases/planned-told.ts';
import { sendPlannedDue } from '../usecases/send-planned.ts';
import { tellAbsentAuthor } from '../usecases/tell-absent-author.ts';
import type { Tell } from './tell.ts';

export interface SendPlannedParts {
  context: Context;
  tell: Tell;
  wakeRouting: () => void;
}

/**
 * Answers whose time has come leave, each exactly once on however many nodes (D6). One that fails must not keep the others: it
 * is looked at again.
 */
export async function sendDuePlanned({ context, tell, wakeRouting }: SendPlannedParts): Promise<void> {
  const { store, clock } = context;
  const ids = await store.listDuePlanned({ now: clock.now(), limit: SWEEP_ROWS_MAX });
  const results = await Promise.allSettled(
    ids.map(async (id) => {
      const planned = await store.findPlanned(id);
      if (!planned) return;
      tell(await sendPlannedDue(context, planned));
      if (await endAfter(context, id, tell)) wakeRouting();
    }),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

/** D9: the end that went with it. Done twice is done once; where it is refused the answer stays sent, the talk open, and its author hears why. */
async function endAfter(context: Context, id: string, tell: Tell): Promise<boolean> {
  const planned = await context.store.findPlanned(id);
  if (!planned?.closing || planned.close === null) return false;
  const agent = await context.store.findAgent(planned.by.id);
  const visitorSeq = await context.store.findLastVisitorSeq(planned.conversationId);
  let woken = false;
  let error: ErrorCode | null = agent ? 'changed_meanwhile' : null;
  // She wrote after it: an end would be no answer to that.
  if (agent && visitorSeq <= planned.baseSeq) {
    const subject = { kind: 'agent', agent, sessionId: '' } as const;
    const input = { conversationId: planned.conversationId, outcome: planned.close };
    const done = await closeConversation(context, subject, input);
    tell(done.notices);
    woken = done.wakeRouting ?? false;
    // Somebody else ended it: that was the wish.
    error = done.answer.ok || done.answer.error === 'conversation_closed' ? null : done.answer.error;
  }
  await context.store.endPlanned({ id, refused: error });
  const state = error && (await context.store.findConversation(planned.conversationId));
  if (error && state) {
    tell([tellPlanned({ ...(await plannedTold(context, planned, state)), closeRefused: error })]);
    await tellAbsentAuthor(context, planned, null);
  }
  return woken;
}
