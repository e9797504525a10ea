import { beforeAll, vi } from 'vitest';
import { choicesIn } from '../../../protocol/wire/choices.ts';
import type { Chat } from '../../../widget/model/chat-view.ts';
import { createRevising } from '../../../widget/model/revising.ts';
import { createView } from '../../../widget/ui/amended.tsx';
import { createViews, type Views } from '../../../widget/ui/views.ts';

const none = async () => ({ View: () => null, words: {} });

/** The panel's later parts, all there before the first test; that of changed messages over the chat of the test that runs. */
export function amendedViews(chatNow: () => Chat, newId: () => string): Views {
  const late = new Proxy({} as Chat, { get: (_, name) => chatNow()[name as keyof Chat] });
  const amended = async () => ({ View: createView(createRevising(late, newId), choicesIn), words: {} });
  const views = createViews(() => {}, none, none, amended, none, none);
  beforeAll(async () => {
    for (const view of Object.values(views)) view.fetch();
    await vi.waitUntil(() => Object.values(views).every(({ view }) => view.value), 60_000);
  });
  return views;
}
