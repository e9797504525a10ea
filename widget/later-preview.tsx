import { browserClock as clock } from './browser/clock.ts';
import type { Chat } from './model/chat-view.ts';
import { createPreview } from './model/preview.ts';
import { createView, css, words } from './ui/preview.tsx';

/** The composition root of a later part: what is not sent yet is seen by the team (J17). */
export function createPart(chat: Chat) {
  return { View: createView(createPreview({ chat, clock })), css, words };
}
