import type { InboxRoute, Route } from './route.ts';

/** U14: the address names at most two conversations. What follows here is only where one stands; nothing is opened or closed by it. */

/** The one that has the focus. */
export function focusOf({ conversationId, beside, focus }: InboxRoute): string | null {
  return focus === 'beside' && beside ? beside : conversationId;
}

/** All that it names, in their order. */
export function namedIn({ conversationId, beside }: InboxRoute): string[] {
  return [conversationId, beside].flatMap((id) => id ?? []);
}

/** Where a link leads from here: to the one that is open already, else into the place that has the focus; the other stays. */
export function placed(to: Route, now: Route): Route {
  if (to.name !== 'inbox' || to.conversationId === null || to.beside !== undefined) return to;
  if (now.name !== 'inbox' || !now.beside || now.conversationId === null) return to;
  const { conversationId: id } = to;
  if (id === now.conversationId) return { ...to, beside: now.beside };
  if (id === now.beside) return { ...to, conversationId: now.conversationId, beside: id, focus: 'beside' };
  if (now.focus !== 'beside') return { ...to, beside: now.beside };
  return { ...to, conversationId: now.conversationId, beside: id, focus: 'beside' };
}

/** The same ones, and this one has the focus. A place inside of a conversation was where that was opened at. */
export function focused(id: string, now: InboxRoute): InboxRoute {
  const list = now.list ? { list: now.list } : {};
  if (!now.beside || !namedIn(now).includes(id))
    return { name: 'inbox', conversationId: id, beside: now.beside, ...list };
  const focus = id === now.beside ? { focus: 'beside' as const } : {};
  return { name: 'inbox', conversationId: now.conversationId, beside: now.beside, ...focus, ...list };
}
