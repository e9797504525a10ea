import type { Placed } from '../../protocol/wire/events.ts';
import type { EditIn, RemoveIn } from '../../protocol/wire/thread.ts';
import { decideEdit, decideRemoval } from '../domain/revision.ts';
import type { AgentSubject, Context, Done, VisitorSubject } from './context.ts';
import { answered, lastPlace, refused, tellEntries } from './finish.ts';
import { actorOf, loadConversation } from './load-conversation.ts';
import { retryStale } from './retry-stale.ts';
import { withoutCards } from './without-cards.ts';

type Subject = VisitorSubject | AgentSubject;

/** Other words for one's own message (C18). */
export async function editMessage(context: Context, subject: Subject, input: EditIn): Promise<Done<Placed>> {
  const body = subject.kind === 'visitor' ? await withoutCards(context, subject, input.body) : input.body;
  return revise(context, subject, input, body);
}

/** No words any more: one's own message, or anybody's for safety (C18). */
export function removeMessage(context: Context, subject: Subject, input: RemoveIn): Promise<Done<Placed>> {
  return revise(context, subject, input, '');
}

/** An empty body removes. */
function revise(context: Context, subject: Subject, input: RemoveIn, body: string): Promise<Done<Placed>> {
  const { conversationId, seq } = input;
  return retryStale(async () => {
    const state = await loadConversation(context, subject, conversationId);
    const said = state && (await context.store.findMessage({ conversationId, seq }));
    if (!said) return refused('not_found');
    // C3: what was done once is answered as done, also when it would not be allowed any more.
    const repeat = await findRepeat(context, subject, input);
    if (repeat) return repeat;
    const [actor, at] = [actorOf(subject), context.clock.now()];
    const decision = body === '' ? decideRemoval(actor, said, at) : decideEdit(state, actor, said, body, at);
    if (decision.do === 'refuse') {
      return refused(decision.error, 'hint' in decision ? { hint: decision.hint } : {});
    }
    if (decision.do === 'repeat') return answered({ seq, at: said.revisedAt ?? said.at });
    // Each revision has an instant of its own: it is what the next one is checked against, and a millisecond may see several.
    const revisedAt = Math.max(at, (said.revisedAt ?? 0) + 1);
    const written = await context.store.reviseMessage({
      ...{ conversationId, seq, expectRevisedAt: said.revisedAt, by: subject.kind, authorId: actor.id },
      ...{ clientId: input.clientId, body, at: revisedAt },
    });
    if (written.result === 'stale') return 'stale';
    if (written.result === 'taken') return (await findRepeat(context, subject, input)) ?? refused('cid_conflict');
    return answered(lastPlace(written.entries), tellEntries(written));
  });
}

async function findRepeat(context: Context, subject: Subject, input: RemoveIn): Promise<Done<Placed> | undefined> {
  const { conversationId, seq, clientId } = input;
  const first = await context.store.findRevision({ authorId: actorOf(subject).id, clientId });
  if (!first) return undefined;
  const same = first.conversationId === conversationId && first.of === seq;
  return same ? answered({ seq: first.seq, at: first.at }) : refused('cid_conflict');
}
