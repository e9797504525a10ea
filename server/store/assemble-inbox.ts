import type { Engine } from './engine.ts';
import type { InboxStore } from './inbox-store.ts';
import { listClosedLines } from './queries/closed-conversations.ts';
import * as views from './queries/saved-views.ts';
import { tagConversation } from './queries/tag-conversation.ts';

/** Part of assemble-store.ts. */
export function inboxOf(engine: Engine): InboxStore {
  return {
    listClosedLines: (input) => engine.snapshot(listClosedLines, input),
    tagConversation: (input) => engine.write(tagConversation, input),
    listViews: (agentId) => engine.read(views.listViews, agentId),
    addView: (input) => engine.write(views.addView, input),
    changeView: (input) => engine.write(views.changeView, input),
    removeView: (id) => engine.write(views.removeView, id),
    orderViews: (input) => engine.write(views.orderViews, input),
  };
}
