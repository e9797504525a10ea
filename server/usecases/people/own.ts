import type { Nothing, VisitorCommands } from '../../../protocol/wire/events.ts';
import type { EraseIn } from '../../../protocol/wire/own.ts';
import { OWN_TALKS_PAGE } from '../../../protocol/wire/people-limits.ts';
import type { Context, Done, Notice, VisitorSubject } from '../context.ts';
import { answered, refused } from '../finish.ts';
import { loadServiceBook } from '../service-book.ts';

const KEPT = { hint: 'The owner of this site erases by hand: ask the team.' };

/** J14: what is kept of her, for how long, and whether she may erase it here. */
export async function readOwn(
  context: Context,
  { visitorId, siteId }: VisitorSubject,
  _input: Nothing,
): Promise<Done<VisitorCommands['own:read']['out']>> {
  const facts = await context.store.readOwn({ visitorId });
  if (!facts) return refused('not_found');
  const { keeping } = (await loadServiceBook(context)).settingsOf(siteId);
  const { conversationDays } = keeping;
  return answered({ ...facts, conversationDays, erases: keeping.visitorsErase !== false });
}

export async function listOwnTalks(
  { store }: Context,
  { visitorId }: VisitorSubject,
  { after }: VisitorCommands['own:list']['in'],
): Promise<Done<VisitorCommands['own:list']['out']>> {
  return answered(await store.listOwnTalks({ visitorId, limit: OWN_TALKS_PAGE, ...(after ? { after } : {}) }));
}

/** J15: as J12, by herself. Of somebody whom the team joined to another profile only what her token opens goes. */
export async function eraseOwn(
  context: Context,
  { visitorId, siteId }: VisitorSubject,
  _input: EraseIn,
): Promise<Done<{ erasing: number }>> {
  const { visitorsErase } = (await loadServiceBook(context)).settingsOf(siteId).keeping;
  if (visitorsErase === false) return refused('forbidden', KEPT);
  const at = context.clock.now();
  const begun = await context.store.beginErasure({ visitorId, byId: visitorId, at, own: true });
  if (begun === 'not_found') return refused('not_found');
  return answered(
    { erasing: begun.ended.length },
    begun.ended.map((id): Notice => ({ tell: 'visitorEnded', visitorId: id, error: 'unauthorized' })),
  );
}
