import { focused, focusOf, namedIn } from './beside.ts';
import type { InboxRoute } from './route.ts';

/** Beside the one that has the focus, in the other's place; it has the focus then. */
export function openedBeside(id: string, now: InboxRoute): InboxRoute {
  const kept = focusOf(now);
  if (kept === null || namedIn(now).includes(id)) return focused(id, now);
  const list = now.list ? { list: now.list } : {};
  if (now.focus === 'beside') return { name: 'inbox', conversationId: id, beside: kept, ...list };
  return { name: 'inbox', conversationId: kept, beside: id, focus: 'beside', ...list };
}

/** Without this one. */
export function closedPane(id: string, now: InboxRoute): InboxRoute {
  const rest = namedIn(now).find((one) => one !== id) ?? null;
  return { name: 'inbox', conversationId: rest, beside: null, ...(now.list ? { list: now.list } : {}) };
}
