import { browserClock as clock } from './browser/clock.ts';
import { openShelf } from './browser/shelf.ts';
import type { Chat } from './model/chat-view.ts';
import { createPreview } from './model/preview.ts';
import { createView, css, words } from './ui/preview.tsx';

/** The composition root of a later part: what is not sent yet is seen by the team (J17). */
export function createPart(chat: Chat, _origin: string, site: string) {
  const shelf = openShelf('localStorage', `deskbell:${site}:`);
  return { View: createView(createPreview({ chat, clock, shelf })), css, words };
}
