import type { RedirectIn } from '../../protocol/wire/asking.ts';
import type { Placed } from '../../protocol/wire/events.ts';
import { TEAM_ENTRIES_MAX } from '../../protocol/wire/limits.ts';
import { decideRedirect } from '../domain/redirect.ts';
import { findDepartment } from '../domain/routing/rules.ts';
import type { Context, Done, VisitorSubject } from './context.ts';
import { answered, lastPlace, refused, tellEntries } from './finish.ts';
import { loadConversation } from './load-conversation.ts';
import { recentConversationsOf } from './recent-conversations.ts';
import { retryStale } from './retry-stale.ts';
import { loadServiceBook } from './service-book.ts';
import { withoutCards } from './without-cards.ts';

/** A visitor asks for another department, served or waiting: to its queue, at the place that the conversation had (T20). */
export function redirectConversation(
  context: Context,
  subject: VisitorSubject,
  input: RedirectIn,
): Promise<Done<Placed>> {
  return retryStale(async () => {
    const state = await loadConversation(context, subject, input.conversationId);
    if (!state) return refused('not_found');
    const now = context.clock.now();
    const department = await departmentOf(context, subject, input.topic);
    const book = await loadServiceBook(context);
    const isOpen = !!department && book.stateOf(subject.siteId, department.id, context.zones, now).told.open;
    const before = await askedBefore(context, state.id);
    const to = department && { id: department.id, name: department.name, isOpen };
    const decision = decideRedirect(state, subject.visitorId, to, before, now);
    if (decision.do === 'refuse') {
      const { error, hint, retryAfterMs } = decision;
      return refused(error, { ...(hint && { hint }), ...(retryAfterMs && { retryAfterMs }) });
    }
    const move = {
      conversationId: state.id,
      expectVersion: state.version,
      note: (await withoutCards(context, subject, input.note?.trim())) || null,
      at: now,
      department: decision.to,
    };
    const written = await (decision.from === 'queue'
      ? context.store.moveWaiting(move)
      : context.store.requeueConversation({ ...move, reason: 'moved', byVisitor: true }));
    if (written.result === 'stale') return 'stale';
    recentConversationsOf(context.store).forget(state.id);
    return answered(lastPlace(written.entries), tellEntries(written), true);
  });
}

/** Where the owner's topic leads; undefined: nowhere, or there is no such department any more. */
async function departmentOf(context: Context, { siteId }: VisitorSubject, topic: string) {
  const { front } = (await loadServiceBook(context)).settingsOf(siteId);
  const asked = front.topics.find(({ key }) => key === topic)?.department ?? null;
  const all = await context.store.listDepartments();
  const open = all.filter((one) => one.siteId === null || one.siteId === siteId);
  const id = findDepartment(asked, open);
  return open.find((one) => one.id === id);
}

/** When she did so in this conversation, by the team's own record of it. */
async function askedBefore(context: Context, conversationId: string): Promise<number[]> {
  const asked: number[] = [];
  for (let afterNumber = 0; ; ) {
    const page = await context.store.readTeamPage({ conversationId, afterNumber, limit: TEAM_ENTRIES_MAX });
    for (const entry of page?.entries ?? []) {
      if (entry.kind === 'moved' && entry.asked) asked.push(entry.at);
      afterNumber = entry.number;
    }
    if (!page?.more) return asked;
  }
}
