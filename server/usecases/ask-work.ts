import { isDone, workFor } from '../domain/work.ts';
import type { Context, Done, VisitorSubject } from './context.ts';
import { refused } from './finish.ts';
import { loadServiceBook } from './service-book.ts';

const HINT =
  'Find `work`: a number such that the SHA-256 of `of`, a colon and the number begins with `bits` zero bits.';

/**
 * J18: whoever begins a conversation on a site that asks for it has worked a little; undefined: nothing stands in the way. Nobody works who is
 * known beyond this browser (I3), nor for a message that goes into an open conversation.
 */
export async function askWork(
  context: Context,
  subject: VisitorSubject,
  input: { clientId: string; work?: number | undefined },
): Promise<Done<never> | undefined> {
  const { store, ids } = context;
  const { asksWork } = (await loadServiceBook(context)).settingsOf(subject.siteId).visitors;
  if (!asksWork || subject.browserId !== undefined) return undefined;
  const work = workFor(ids.hash, subject.visitorId, input.clientId);
  if (isDone(ids.hash, work, input.work)) return undefined;
  const latest = await store.findLatestConversation(subject.visitorId);
  if (latest !== undefined && latest.status !== 'closed') return undefined;
  return refused('work_required', { work, hint: HINT });
}
